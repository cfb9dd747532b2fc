using Codex.Formats.Toml;

namespace Codex.Configuration.Reading;

/// <summary>
/// Notes which fields are asked for in each table, in their order. That is the order of the original's types, which is the order
/// in which it writes them; what nobody asked for is no field.
/// </summary>
internal sealed class FieldOrder
{
    private readonly Dictionary<TomlTable, List<string>> _fields = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<TomlTable> _open = new(ReferenceEqualityComparer.Instance);

    /// <summary>A field was asked for.</summary>
    public void Note(TomlTable table, string key)
    {
        if (!_fields.TryGetValue(table, out var fields))
            _fields.Add(table, fields = []);
        if (!fields.Contains(key))
            fields.Add(key);
    }

    /// <summary>The keys that are no fields are entries.</summary>
    public void NoteRest(TomlTable table) => _open.Add(table);

    /// <summary>A copy with fields only, in their order; entries of maps stand behind them by name.</summary>
    public TomlTable Arrange(TomlTable table)
    {
        var arranged = new TomlTable();
        foreach (var key in Keys(table))
            arranged[key] = Arrange(table[key]);
        return arranged;
    }

    private TomlValue Arrange(TomlValue value) => value switch
    {
        TomlTable table => Arrange(table),
        TomlArray array => new TomlArray(array.Items.Select(Arrange)),
        _ => value,
    };

    private IEnumerable<string> Keys(TomlTable table)
    {
        var names = table.Entries.Select(static entry => entry.Key).Order(StringComparer.Ordinal);
        if (!_fields.TryGetValue(table, out var fields))
            return names;
        var known = fields.Where(key => table.IndexOf(key) >= 0);
        return _open.Contains(table) ? known.Concat(names.Where(key => !fields.Contains(key))) : known;
    }
}
