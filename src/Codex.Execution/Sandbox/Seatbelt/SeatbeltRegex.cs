using System.Text;

namespace Codex.Execution.Sandbox.Seatbelt;

/// <summary>Writes paths and patterns as the regular expressions of seatbelt.</summary>
internal static class SeatbeltRegex
{
    private const string Special = "\\.+*?()|[]{}^$#&-~";

    /// <summary>An entry directly in a directory, and everything below it.</summary>
    public static string Entry(string directory, string name) =>
        $"^{Literal(directory.TrimEnd('/'))}/{Literal(name)}(/.*)?$";

    /// <summary>
    /// A pattern: <c>*</c> and <c>?</c> stay in a component, <c>**</c> does not; without any of them it stands for a file or directory.
    /// </summary>
    public static string Pattern(string pattern)
    {
        var regex = new StringBuilder("^");
        var hasWildcard = false;
        for (var index = 0; index < pattern.Length;)
        {
            hasWildcard |= pattern[index] is '*' or '?' or '[' or ']';
            index += Append(regex, pattern.AsSpan(index));
        }

        return regex.Append(hasWildcard ? "$" : "(/.*)?$").ToString();
    }

    /// <summary>The expression as it stands between quotation marks in a policy.</summary>
    public static string Quoted(string regex) => regex.Replace("\"", "\\\"", StringComparison.Ordinal);

    /// <summary>Appends what the pattern begins with; gives its length.</summary>
    private static int Append(StringBuilder regex, ReadOnlySpan<char> pattern)
    {
        switch (pattern)
        {
            case ['*', '*', '/', ..]:
                regex.Append("(.*/)?");
                return 3;
            case ['*', '*', ..]:
                regex.Append(".*");
                return 2;
            case ['*', ..]:
                regex.Append("[^/]*");
                return 1;
            case ['?', ..]:
                regex.Append("[^/]");
                return 1;
            case ['[', ..] when pattern.IndexOf(']') is > 0 and var end:
                AppendSet(regex, pattern[1..end]);
                return end + 1;
            default:
                regex.Append(Literal(pattern[..1].ToString()));
                return 1;
        }
    }

    private static void AppendSet(StringBuilder regex, ReadOnlySpan<char> set)
    {
        regex.Append('[');
        if (set is ['!', ..])
            regex.Append('^');
        else if (set is ['^', ..])
            regex.Append("\\^");
        foreach (var character in set is ['!' or '^', ..] ? set[1..] : set)
            regex.Append(character is '\\' ? "\\\\" : character.ToString());
        regex.Append(']');
    }

    private static string Literal(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (Special.Contains(character))
                escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
