using Codex.Formats.Toml;

namespace Codex.Configuration.Reading;

/// <summary>
/// Reads the fields of one table. A problem is recorded in the context and the field counts as absent, so that a whole table is
/// always read and the first problem in the order of the file can be reported.
/// </summary>
internal sealed class TableReader(TomlTable table, ReadContext context)
{
    private const int FlattenedOffset = 1 << 24;

    private readonly HashSet<string>? _known = context.CollectUnknown ? new HashSet<string>(StringComparer.Ordinal) : null;
    private bool _ignoresUnknown;
    private SegmentKind _kind = SegmentKind.Key;

    /// <summary>The raw table.</summary>
    public TomlTable Table => table;

    /// <summary>Where problems go.</summary>
    public ReadContext Context => context;

    /// <summary>Reads a whole table; unknown fields are noted afterwards.</summary>
    public static T Read<T>(TomlTable table, ReadContext context, Func<TableReader, T> read)
        where T : class
    {
        var reader = new TableReader(table, context);
        var result = read(reader);
        reader.NoteUnknown();
        return result;
    }

    /// <summary>Unknown fields of this table are not noticed: the original reads it through a flattened type or a union.</summary>
    public void IgnoreUnknown() => _ignoresUnknown = true;

    /// <summary>Reads fields that the original flattens into this table: their keys are missing in its messages.</summary>
    public T Flattened<T>(Func<TableReader, T> read)
    {
        _kind = SegmentKind.Hidden;
        var result = read(this);
        _kind = SegmentKind.Key;
        return result;
    }

    public string? String(string key) => Find(key) switch
    {
        null => null,
        TomlString text => text.Value,
        { } value => Reject<string>(key, ValueText.WrongType(value, "a string")),
    };

    public string RequiredString(string key)
    {
        if (table.IndexOf(key) < 0)
            Missing(key);
        return String(key) ?? "";
    }

    public bool? Boolean(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case TomlBoolean boolean:
                return boolean.Value;
            case { } value:
                Reject<string>(key, ValueText.WrongType(value, "a boolean"));
                return null;
        }
    }

    public bool RequiredBoolean(string key)
    {
        if (table.IndexOf(key) < 0)
            Missing(key);
        return Boolean(key) ?? false;
    }

    public long? Integer(string key, IntegerKind kind)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case TomlInteger number when number.Value >= kind.Minimum && number.Value <= kind.Maximum:
                return number.Value;
            case TomlInteger number:
                Reject<string>(key, $"invalid value: {ValueText.Describe(number)}, expected {kind.Name}");
                return null;
            case { } value:
                Reject<string>(key, ValueText.WrongType(value, kind.Name));
                return null;
        }
    }

    public double? Number(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case TomlFloat number:
                return number.Value;
            case TomlInteger number:
                return number.Value;
            case { } value:
                Reject<string>(key, ValueText.WrongType(value, "f64"));
                return null;
        }
    }

    public IReadOnlyList<string>? Strings(string key) => List(key, static (item, context) =>
    {
        if (item is TomlString text)
            return text.Value;
        context.Report(ValueText.WrongType(item, "a string"));
        return "";
    });

    public IReadOnlyDictionary<string, string>? StringMap(string key) => Values(key, static (value, context) =>
    {
        if (value is TomlString text)
            return text.Value;
        context.Report(ValueText.WrongType(value, "a string"));
        return "";
    });

    /// <summary>A nested table.</summary>
    public T? Section<T>(string key, string expected, Func<TableReader, T> read)
        where T : class
    {
        var value = Find(key);
        if (value is null)
            return null;
        context.Push(key, Place(table.IndexOf(key)), _kind);
        var result = ReadTable(value, expected, read);
        context.Pop();
        return result;
    }

    /// <summary>A table of tables, in the order of the file.</summary>
    public IReadOnlyDictionary<string, T>? Map<T>(string key, string expected, Func<TableReader, T> read, string expectedMap = "a map")
        where T : class =>
        Values(key, (value, context) => ReadTable(value, expected, read), expectedMap);

    /// <summary>An array of tables.</summary>
    public IReadOnlyList<T>? Sections<T>(string key, string expected, Func<TableReader, T> read)
        where T : class =>
        List(key, (value, context) => ReadTable(value, expected, read));

    /// <summary>A table of values read by a function; null results are left out.</summary>
    public IReadOnlyDictionary<string, T>? Values<T>(string key, Func<TomlValue, ReadContext, T?> read, string expected = "a map")
        where T : class
    {
        var value = Find(key);
        if (value is null)
            return null;
        if (value is not TomlTable map)
            return Reject<IReadOnlyDictionary<string, T>>(key, ValueText.WrongType(value, expected));
        context.Push(key, Place(table.IndexOf(key)), _kind);
        var result = ReadEntries(map, static _ => true, read);
        context.Pop();
        return result;
    }

    /// <summary>The keys of this table that no field has, read as a map: the original flattens one into the table.</summary>
    public IReadOnlyDictionary<string, T> Rest<T>(IReadOnlySet<string> fields, Func<TomlValue, ReadContext, T?> read)
        where T : class
    {
        _ignoresUnknown = true;
        context.Order?.NoteRest(table);
        return Flattened(_ => ReadEntries(table, key => !fields.Contains(key), read));
    }

    /// <summary>An array of values read by a function; null results are left out.</summary>
    public IReadOnlyList<T>? List<T>(string key, Func<TomlValue, ReadContext, T?> read)
        where T : class
    {
        var value = Find(key);
        if (value is null)
            return null;
        if (value is not TomlArray array)
            return Reject<IReadOnlyList<T>>(key, ValueText.WrongType(value, "a sequence"));
        context.Push(key, Place(table.IndexOf(key)), _kind);
        var result = new List<T>(array.Items.Count);
        for (var i = 0; i < array.Items.Count; i++)
        {
            context.Push(i.ToString(System.Globalization.CultureInfo.InvariantCulture), i, SegmentKind.Index);
            if (read(ValueText.Plain(array.Items[i]), context) is { } item)
                result.Add(item);
            context.Pop();
        }

        context.Pop();
        return result;
    }

    /// <summary>The raw value of a field.</summary>
    public TomlValue? Raw(string key) => Find(key);

    /// <summary>A value that is a struct; anything else is a problem at the current place.</summary>
    public T? ReadTable<T>(TomlValue value, string expected, Func<TableReader, T> read)
        where T : class
    {
        if (value is TomlTable nested)
            return Read(nested, context, read);
        context.Report(ValueText.WrongType(value, expected));
        return null;
    }

    /// <summary>The content of a union's case, below the key that names the case.</summary>
    public T? Case<T>(string key, string name, TomlValue content, string expected, Func<TableReader, T> read)
        where T : class
    {
        context.Push(key, Place(table.IndexOf(key)), _kind);
        context.Push(name, 0, SegmentKind.Case);
        var result = ReadTable(content, expected, read);
        context.Pop();
        context.Pop();
        return result;
    }

    /// <summary>A field that is not there.</summary>
    public void Missing(string key) => context.Report($"missing field `{key}`", last: true);

    /// <summary>Fails on the first key that is not one of the names: the original forbids unknown fields here at all times.</summary>
    public void DenyUnknown(params ReadOnlySpan<string> names)
    {
        _ignoresUnknown = true;
        for (var i = 0; i < table.Count; i++)
        {
            var key = table.Entries[i].Key;
            if (names.Contains(key))
                continue;
            context.Push(key, i, SegmentKind.Hidden);
            context.Report($"unknown field `{key}`, {ValueText.OneOf(names)}");
            context.Pop();
            return;
        }
    }

    /// <summary>Whether a field, or anything below it, has a problem.</summary>
    public bool HasProblem(string key)
    {
        context.Push(key, Place(table.IndexOf(key)), _kind);
        var found = context.HasProblemHere();
        context.Pop();
        return found;
    }

    /// <summary>Records a problem with a field and yields nothing.</summary>
    public T? Reject<T>(string key, string message)
        where T : class
    {
        context.Push(key, Place(table.IndexOf(key)), _kind);
        context.Report(message);
        context.Pop();
        return null;
    }

    /// <summary>Records that a value is not the word that a field needs.</summary>
    public string? RejectWord(string key, TomlValue value)
    {
        context.Push(key, Place(table.IndexOf(key)), _kind);
        context.Report(ValueText.NotAWord(value, context));
        context.Pop();
        return null;
    }

    private Dictionary<string, T> ReadEntries<T>(TomlTable map, Func<string, bool> include, Func<TomlValue, ReadContext, T?> read)
        where T : class
    {
        var result = new Dictionary<string, T>(StringComparer.Ordinal);
        for (var i = 0; i < map.Count; i++)
        {
            var entry = map.Entries[i];
            if (!include(entry.Key))
                continue;
            context.Push(entry.Key, Place(i), _kind);
            if (read(ValueText.Plain(entry.Value), context) is { } item)
                result[entry.Key] = item;
            context.Pop();
        }

        return result;
    }

    /// <summary>Flattened fields are looked at behind all others.</summary>
    private int Place(int index) => _kind == SegmentKind.Hidden ? index + FlattenedOffset : index;

    private TomlValue? Find(string key)
    {
        _known?.Add(key);
        context.Order?.Note(table, key);
        return table.TryGetValue(key, out var value) ? ValueText.Plain(value) : null;
    }

    private void NoteUnknown()
    {
        if (_known is null || _ignoresUnknown)
            return;
        for (var i = 0; i < table.Count; i++)
        {
            if (!_known.Contains(table.Entries[i].Key))
                context.ReportUnknown(table.Entries[i].Key, i);
        }
    }
}
