using System.Globalization;
using System.Text;

namespace Codex.Formats.Toml;

/// <summary>Writes keys and values as TOML text.</summary>
public static class TomlText
{
    /// <summary>A value on one line; tables in braces, strings in the plainest quoting that holds them.</summary>
    public static string FormatValue(TomlValue value)
    {
        var text = new StringBuilder();
        AppendValue(text, value);
        return text.ToString();
    }

    /// <summary>A key: bare when it can be, quoted otherwise.</summary>
    public static string FormatKey(string key) =>
        key.Length > 0 && key.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? key : FormatString(key, allowMultiline: false);

    /// <summary>A dotted key.</summary>
    public static string FormatPath(IEnumerable<string> path) => string.Join('.', path.Select(FormatKey));

    private static void AppendValue(StringBuilder text, TomlValue value)
    {
        switch (value)
        {
            case TomlTable table:
                AppendTable(text, table);
                break;
            case TomlArray array:
                text.Append('[');
                AppendItems(text, array);
                text.Append(']');
                break;
            case TomlString { Value: var content }:
                text.Append(FormatString(content, allowMultiline: true));
                break;
            case TomlInteger { Value: var number }:
                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case TomlFloat { Value: var number }:
                text.Append(FormatFloat(number));
                break;
            case TomlBoolean { Value: var truth }:
                text.Append(truth ? "true" : "false");
                break;
            default:
                text.Append(value);
                break;
        }
    }

    private static void AppendItems(StringBuilder text, TomlArray array)
    {
        for (var i = 0; i < array.Items.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            AppendValue(text, array.Items[i]);
        }
    }

    private static void AppendTable(StringBuilder text, TomlTable table)
    {
        if (table.Count == 0)
        {
            text.Append("{}");
            return;
        }

        var separator = "{ ";
        foreach (var entry in table.Entries)
        {
            text.Append(separator).Append(FormatKey(entry.Key)).Append(" = ");
            AppendValue(text, entry.Value);
            separator = ", ";
        }

        text.Append(" }");
    }

    private static string FormatFloat(double number) => number switch
    {
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        double.NaN => "nan",
        _ => number.ToString("R", CultureInfo.InvariantCulture) is var text && text.AsSpan().ContainsAny('.', 'E')
            ? text.Replace("E+", "e", StringComparison.Ordinal).Replace('E', 'e')
            : text + ".0",
    };

    /// <summary>Basic when nothing needs an escape, then literal, then multi-line forms for line breaks, escaped basic at last.</summary>
    private static string FormatString(string content, bool allowMultiline)
    {
        var lineBreaks = content.Contains('\n', StringComparison.Ordinal);
        var controls = content.Any(static c => c is < ' ' and not ('\t' or '\n') or '\x7f');
        var needsEscape = content.AsSpan().ContainsAny('"', '\\');
        if (!controls && !lineBreaks && !needsEscape)
            return "\"" + content.Replace("\t", "\\t", StringComparison.Ordinal) + "\"";
        if (!controls && !lineBreaks && !content.Contains('\'', StringComparison.Ordinal))
            return "'" + content + "'";
        if (allowMultiline && lineBreaks && !controls)
            return MultilineString(content);
        return "\"" + Escape(content, keepLineBreaks: false) + "\"";
    }

    private static string MultilineString(string content)
    {
        var canBeLiteral = content.AsSpan().ContainsAny('"', '\\') && !content.Contains('\'', StringComparison.Ordinal);
        return canBeLiteral ? "'''\n" + content + "'''" : "\"\"\"\n" + Escape(content, keepLineBreaks: true) + "\"\"\"";
    }

    private static string Escape(string content, bool keepLineBreaks)
    {
        var text = new StringBuilder(content.Length + 8);
        foreach (var c in content)
        {
            _ = c switch
            {
                '\n' when keepLineBreaks => text.Append(c),
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' or '\x7f' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        }

        return text.ToString();
    }
}
