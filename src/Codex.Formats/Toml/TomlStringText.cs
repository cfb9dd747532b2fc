using System.Globalization;
using System.Text;

namespace Codex.Formats.Toml;

/// <summary>Chooses the quotes of strings as the original's library does (<c>toml_writer/src/string.rs</c>): the plainest form that holds the text.</summary>
internal static class TomlStringText
{
    /// <summary>Basic, literal, multi-line basic, multi-line literal: the first that needs no escape; with escapes otherwise.</summary>
    public static string Format(string content)
    {
        var hasControls = HasControls(content);
        var hasLines = content.Contains('\n', StringComparison.Ordinal);
        var hasBackslash = content.Contains('\\', StringComparison.Ordinal);
        var doubles = LongestRun(content, '"');
        var singles = LongestRun(content, '\'');
        if (!hasControls && !hasLines && !hasBackslash && doubles == 0)
            return Basic(content);
        if (!hasControls && !hasLines && singles == 0)
            return "'" + content + "'";
        if (!hasControls && !hasBackslash && doubles <= 2)
            return MultilineBasic(content, hasLines);
        if (!hasControls && singles <= 2)
            return "'''" + (hasLines ? "\n" : "") + content + "'''";
        return hasLines ? MultilineBasic(content, hasLines) : Basic(content);
    }

    /// <summary>A quoted key: basic or literal, always on one line.</summary>
    public static string FormatKey(string key) =>
        HasControls(key) || key.AsSpan().ContainsAny('\n', '\'') || !key.AsSpan().ContainsAny('"', '\\') ? Basic(key) : "'" + key + "'";

    private static bool HasControls(string content) => content.Any(static c => c is < ' ' and not ('\t' or '\n') or '\x7f');

    private static int LongestRun(string content, char quote)
    {
        int longest = 0, current = 0;
        foreach (var c in content)
        {
            current = c == quote ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }

    private static string Basic(string content)
    {
        var text = new StringBuilder("\"", content.Length + 8);
        foreach (var c in content)
            _ = c is '"' ? text.Append("\\\"") : c is '\n' ? text.Append("\\n") : AppendEscaped(text, c);
        return text.Append('"').ToString();
    }

    private static string MultilineBasic(string content, bool hasLines)
    {
        var text = new StringBuilder("\"\"\"", content.Length + 8).Append(hasLines ? "\n" : "");
        var run = 0;
        foreach (var c in content)
        {
            run = c == '"' ? run + 1 : 0;
            if (run == 3)
            {
                // Three in a row would end the string.
                text.Append("\\\"");
                run = 0;
            }
            else
            {
                _ = c is '"' or '\n' ? text.Append(c) : AppendEscaped(text, c);
            }
        }

        return text.Append("\"\"\"").ToString();
    }

    private static StringBuilder AppendEscaped(StringBuilder text, char c) => c switch
    {
        '\\' => text.Append("\\\\"),
        '\b' => text.Append("\\b"),
        '\t' => text.Append("\\t"),
        '\f' => text.Append("\\f"),
        '\r' => text.Append("\\r"),
        < ' ' or '\x7f' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
        _ => text.Append(c),
    };
}
