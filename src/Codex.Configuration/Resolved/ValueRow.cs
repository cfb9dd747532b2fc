using System.Text;
using Codex.Formats.Toml;

namespace Codex.Configuration.Resolved;

/// <summary>A value somewhere in a configuration. A star in the path stands for every table at its place.</summary>
internal sealed class ValueRow
{
    private const string Any = "*";

    private readonly string[] _path;

    private ValueRow(string[] path, TomlValue value)
    {
        _path = path;
        Value = value;
    }

    /// <summary>The value.</summary>
    public TomlValue Value { get; }

    /// <summary>Reads rows: a path and a value as TOML.</summary>
    public static IEnumerable<ValueRow> Parse(IEnumerable<string> rows) => rows.Select(static row =>
    {
        var split = row.IndexOf('=', StringComparison.Ordinal);
        return new ValueRow(row[..split].Split('.'), TomlParser.Parse(Encoding.UTF8.GetBytes("value" + row[split..]))["value"]);
    });

    /// <summary>Goes to every table that has, or could have, the value.</summary>
    public void Visit(TomlTable config, Action<TomlTable, string> visit) => Visit(config, _path, visit);

    private static void Visit(TomlTable table, ReadOnlySpan<string> path, Action<TomlTable, string> visit)
    {
        if (path is [var key])
        {
            visit(table, key);
            return;
        }

        foreach (var entry in table.Entries)
        {
            if ((path[0] == Any || path[0] == entry.Key) && entry.Value is TomlTable nested)
                Visit(nested, path[1..], visit);
        }
    }
}
