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
        key.Length > 0 && key.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? key : TomlStringText.FormatKey(key);

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
                text.Append(TomlStringText.Format(content));
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
        _ => Expand(number.ToString("R", CultureInfo.InvariantCulture)),
    };

    // Numbers are never written with an exponent.
    private static string Expand(string text)
    {
        var sign = text[0] == '-' ? "-" : "";
        var parts = text[sign.Length..].Split('E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal) is >= 0 and var found ? found : parts[0].Length;
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        point += parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        if (point <= 0)
            return $"{sign}0.{new string('0', -point)}{digits}";
        return point >= digits.Length
            ? $"{sign}{digits.PadRight(point, '0')}.0"
            : $"{sign}{digits[..point]}.{digits[point..]}";
    }
}
