using System.Globalization;
using System.Text;
using Codex.Formats.Toml;

namespace Codex.Configuration.Reading;

/// <summary>Values as serde's messages name them.</summary>
internal static class ValueText
{
    public static string Describe(TomlValue value) => value switch
    {
        TomlString text => "string " + Quote(text.Value),
        TomlInteger number => string.Create(CultureInfo.InvariantCulture, $"integer `{number.Value}`"),
        TomlFloat number => $"floating point `{FloatText(number.Value)}`",
        TomlBoolean boolean => boolean.Value ? "boolean `true`" : "boolean `false`",
        TomlArray => "sequence",
        _ => "map",
    };

    /// <summary>Dates are texts wherever a text is expected.</summary>
    public static TomlValue Plain(TomlValue value) => value is TomlDateTime date ? new TomlString(date.ToString()) : value;

    /// <summary>A value that is not the word it should be, nor the table that can stand for one.</summary>
    public static string NotAWord(TomlValue value, ReadContext context)
    {
        if (context.IsFromText)
            return "wanted string or table";
        if (!context.IsHidden)
            return "invalid type: unit variant, expected string only";
        return value is TomlTable ? "invalid value: map, expected map with a single key" : WrongType(value, "string or map");
    }

    public static string WrongType(TomlValue value, string expected) => $"invalid type: {Describe(value)}, expected {expected}";

    /// <summary>"expected `a`", "expected `a` or `b`", "expected one of `a`, `b`, `c`".</summary>
    public static string OneOf(ReadOnlySpan<string> names)
    {
        if (names.Length == 1)
            return $"expected `{names[0]}`";
        if (names.Length == 2)
            return $"expected `{names[0]}` or `{names[1]}`";
        var text = new StringBuilder("expected one of ");
        for (var i = 0; i < names.Length; i++)
            text.Append(i == 0 ? "`" : ", `").Append(names[i]).Append('`');
        return text.ToString();
    }

    /// <summary>Rust's display form: never an exponent, always a fraction.</summary>
    private static string FloatText(double number)
    {
        if (!double.IsFinite(number))
            return double.IsNaN(number) ? "NaN" : number > 0 ? "inf" : "-inf";
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = shortest.IndexOf('E', StringComparison.Ordinal);
        if (exponentAt < 0)
            return shortest.Contains('.', StringComparison.Ordinal) ? shortest : shortest + ".0";
        var sign = shortest[0] == '-' ? "-" : "";
        var digits = shortest[sign.Length..exponentAt].Replace(".", "", StringComparison.Ordinal);
        var exponent = int.Parse(shortest.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return exponent < 0
            ? $"{sign}0.{new string('0', -exponent - 1)}{digits}"
            : $"{sign}{digits.PadRight(exponent + 1, '0')}.0";
    }

    /// <summary>Rust's debug form of a string.</summary>
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                '\0' => quoted.Append("\\0"),
                < ' ' or '\x7f' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{{{(int)c:x}}}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
