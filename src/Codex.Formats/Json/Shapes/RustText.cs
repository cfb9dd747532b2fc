using System.Globalization;
using System.Text;

namespace Codex.Formats.Json.Shapes;

/// <summary>Texts the way Rust's <c>{:?}</c> quotes them and serde lists them.</summary>
internal static class RustText
{
    /// <summary>In double quotes, with escapes.</summary>
    public static string Quote(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
            AppendEscaped(result, rune);
        return result.Append('"').ToString();
    }

    /// <summary><c>`a`</c>, <c>`a` or `b`</c>, <c>one of `a`, `b`, `c`</c>.</summary>
    public static string Alternatives(IReadOnlyList<string> names) => names.Count switch
    {
        1 => $"`{names[0]}`",
        2 => $"`{names[0]}` or `{names[1]}`",
        _ => "one of " + string.Join(", ", names.Select(name => $"`{name}`")),
    };

    private static void AppendEscaped(StringBuilder result, Rune rune)
    {
        var escape = rune.Value switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            0 => "\\0",
            _ => null,
        };
        if (escape is not null)
            result.Append(escape);
        else if (Rune.IsControl(rune))
            result.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
        else
            result.Append(rune.ToString());
    }
}
