using System.Text;

namespace Codex.Formats.Bash;

/// <summary>
/// Writes words so that a POSIX shell reads them back: as few quotes as possible, single ones before double ones
/// (the rules of the <c>shlex</c> crate, which the original shows commands with).
/// </summary>
public static class ShellQuoting
{
    [Flags]
    private enum Style
    {
        Bare = 1,
        Single = 2,
        Double = 4,
    }

    /// <summary>The words with blanks between them.</summary>
    public static string Join(IReadOnlyList<string> words)
    {
        var text = new StringBuilder();
        foreach (var word in words)
        {
            if (text.Length > 0)
                text.Append(' ');
            Append(text, word);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string word)
    {
        // A shell word cannot hold NUL; such words are shown as they are.
        if (word.Contains('\0'))
            text.Append(word);
        else if (word.Length == 0)
            text.Append("''");
        else
            AppendPieces(text, word);
    }

    private static void AppendPieces(StringBuilder text, ReadOnlySpan<char> rest)
    {
        while (!rest.IsEmpty)
        {
            var (length, style) = NextPiece(rest);
            AppendPiece(text, rest[..length], style);
            rest = rest[length..];
        }
    }

    // The longest start that one style can hold.
    private static (int Length, Style Style) NextPiece(ReadOnlySpan<char> rest)
    {
        var possible = rest[0] == '^' ? Style.Single : Style.Bare | Style.Single | Style.Double;
        var length = rest[0] == '^' ? 1 : 0;
        while (length < rest.Length && (possible & StylesFor(rest[length])) is var styles and not 0)
        {
            possible = styles;
            length++;
        }

        if (possible.HasFlag(Style.Bare))
            return (length, Style.Bare);
        return (length, possible.HasFlag(Style.Single) ? Style.Single : Style.Double);
    }

    private static Style StylesFor(char letter) => letter switch
    {
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' => Style.Bare | Style.Single | Style.Double,
        '+' or '-' or '.' or '/' or ':' or '@' or ']' or '_' => Style.Bare | Style.Single | Style.Double,

        // Backslashes are escapes in some shells' single quotes; "^" is history in others, unless it comes first.
        '\'' or '\\' => Style.Double,
        '`' or '$' or '!' => Style.Single,
        '^' => 0,
        _ => Style.Single | Style.Double,
    };

    private static void AppendPiece(StringBuilder text, ReadOnlySpan<char> piece, Style style)
    {
        if (style == Style.Bare)
            text.Append(piece);
        else if (style == Style.Single)
            text.Append('\'').Append(piece).Append('\'');
        else
            AppendDoubleQuoted(text, piece);
    }

    private static void AppendDoubleQuoted(StringBuilder text, ReadOnlySpan<char> piece)
    {
        text.Append('"');
        foreach (var letter in piece)
        {
            if (letter is '$' or '`' or '"' or '\\')
                text.Append('\\');
            text.Append(letter);
        }

        text.Append('"');
    }
}
