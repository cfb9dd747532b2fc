using System.Text;

namespace Codex.Formats.Toml;

/// <summary>
/// Writes a whole document as the original's library does (<c>toml::to_string_pretty</c>): plain values of a table first, its
/// tables behind them below headers, arrays of several values one a line.
/// </summary>
public static class TomlPrettyText
{
    /// <summary>The document; ends in a line break unless it is empty.</summary>
    public static string Format(TomlTable document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StringBuilder();
        AppendContent(text, document, path: "");
        return text.ToString();
    }

    private static void AppendContent(StringBuilder text, TomlTable table, string path)
    {
        foreach (var entry in table.Entries)
        {
            if (entry.Value is not TomlTable && !IsListOfTables(entry.Value))
                AppendAssignment(text, entry);
        }

        foreach (var entry in table.Entries)
        {
            var below = path.Length == 0 ? TomlText.FormatKey(entry.Key) : $"{path}.{TomlText.FormatKey(entry.Key)}";
            if (entry.Value is TomlTable nested)
                AppendTable(text, nested, below);
            else if (IsListOfTables(entry.Value))
                AppendListOfTables(text, (TomlArray)entry.Value, below);
        }
    }

    private static bool IsListOfTables(TomlValue value) =>
        value is TomlArray { Items.Count: > 0 } array && array.Items.All(static item => item is TomlTable);

    private static void AppendAssignment(StringBuilder text, TomlTableEntry entry)
    {
        text.Append(TomlText.FormatKey(entry.Key)).Append(" = ");
        AppendValue(text, entry.Value);
        text.Append('\n');
    }

    // A table that only holds tables needs no header of its own.
    private static void AppendTable(StringBuilder text, TomlTable table, string path)
    {
        if (table.Count == 0 || table.Entries.Any(static entry => entry.Value is not TomlTable && !IsListOfTables(entry.Value)))
            AppendHeader(text, $"[{path}]");
        AppendContent(text, table, path);
    }

    private static void AppendListOfTables(StringBuilder text, TomlArray array, string path)
    {
        foreach (var item in array.Items)
        {
            AppendHeader(text, $"[[{path}]]");
            AppendContent(text, (TomlTable)item, path);
        }
    }

    private static void AppendHeader(StringBuilder text, string header) => text.Append(text.Length == 0 ? "" : "\n").Append(header).Append('\n');

    private static void AppendValue(StringBuilder text, TomlValue value)
    {
        if (value is TomlArray { Items.Count: > 1 } array)
            AppendLines(text, array);
        else if (value is TomlArray { Items: [var only] })
            AppendOnly(text, only);
        else
            text.Append(TomlText.FormatValue(value));
    }

    // The lines of a list inside a list are not indented further.
    private static void AppendLines(StringBuilder text, TomlArray array)
    {
        text.Append("[\n");
        foreach (var item in array.Items)
        {
            text.Append("    ");
            AppendValue(text, item);
            text.Append(",\n");
        }

        text.Append(']');
    }

    private static void AppendOnly(StringBuilder text, TomlValue item)
    {
        text.Append('[');
        AppendValue(text, item);
        text.Append(']');
    }
}
