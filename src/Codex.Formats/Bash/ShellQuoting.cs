using System.Buffers;
using System.Text;

namespace Codex.Formats.Bash;

/// <summary>
/// Joins arguments to a line that a POSIX shell would split again, quoted as the original quotes it: each word is cut into the
/// longest pieces that one kind of quotes can hold (the rules of Rust's <c>shlex</c>, which also keep clear of history expansion and fish).
/// </summary>
public static class ShellQuoting
{
    /// <summary>What is shown for a command that no shell line can hold.</summary>
    public const string NulNotice = "<command included NUL byte>";

    private static readonly SearchValues<char> s_plain =
        SearchValues.Create("+-./:@]_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> s_notInSingle = SearchValues.Create("'\\^");
    private static readonly SearchValues<char> s_notInDouble = SearchValues.Create("`$!^");

    /// <summary>The arguments as one line.</summary>
    public static string Join(IEnumerable<string> arguments)
    {
        var line = new StringBuilder();
        foreach (var argument in arguments)
        {
            if (argument.Contains('\0', StringComparison.Ordinal))
                return NulNotice;
            if (line.Length > 0)
                line.Append(' ');
            Append(line, argument);
        }

        return line.ToString();
    }

    private static void Append(StringBuilder line, ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
            line.Append("''");
        while (!word.IsEmpty)
        {
            var kind = Choose(word, out var length);
            AppendPiece(line, word[..length], kind);
            word = word[length..];
        }
    }

    /// <summary>The quotes for the longest prefix that any single kind can hold; the simplest kind wins.</summary>
    private static Quotes Choose(ReadOnlySpan<char> word, out int length)
    {
        var possible = Quotes.None | Quotes.Single | Quotes.Double;
        length = 0;
        if (word[0] is '^')
        {
            possible = Quotes.Single;
            length = 1;
        }

        while (length < word.Length && (possible & HoldersOf(word[length])) is not 0 and var narrowed)
        {
            possible = narrowed;
            length++;
        }

        return possible.HasFlag(Quotes.None) ? Quotes.None : possible.HasFlag(Quotes.Single) ? Quotes.Single : Quotes.Double;
    }

    private static Quotes HoldersOf(char character) =>
        (s_plain.Contains(character) ? Quotes.None : 0)
        | (s_notInSingle.Contains(character) ? 0 : Quotes.Single)
        | (s_notInDouble.Contains(character) ? 0 : Quotes.Double);

    private static void AppendPiece(StringBuilder line, ReadOnlySpan<char> piece, Quotes kind)
    {
        if (kind is Quotes.None)
        {
            line.Append(piece);
            return;
        }

        var mark = kind is Quotes.Single ? '\'' : '"';
        line.Append(mark);
        foreach (var character in piece)
        {
            if (kind is Quotes.Double && character is '"' or '\\')
                line.Append('\\');
            line.Append(character);
        }

        line.Append(mark);
    }

    [Flags]
    private enum Quotes
    {
        None = 1,
        Single = 2,
        Double = 4,
    }
}
