using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Codex.Formats.Bash.Parsing;

/// <summary>Reads words: quotes, escapes and everything that starts with a dollar sign or a backquote.</summary>
internal sealed class BashWordReader(BashCursor cursor, BashParser parser)
{
    // What ends a literal piece, in a word and in the three kinds of text around it; a backslash takes the next character along.
    private static readonly SearchValues<char> s_word = SearchValues.Create(" \t\r\v\f\n;&|<>()'\"$`\\");
    private static readonly SearchValues<char> s_quoted = SearchValues.Create("\"$`\\");
    private static readonly SearchValues<char> s_heredoc = SearchValues.Create("$`\\");
    private static readonly SearchValues<char> s_ansi = SearchValues.Create("'\\");

    /// <summary>Whether a word starts here.</summary>
    internal bool IsAtWord => !cursor.AtEnd && (!BashCursor.EndsWord(cursor.Current) || IsAtProcessSubstitution);

    private bool IsAtProcessSubstitution => cursor is { Current: '<' or '>', Next: '(' };

    /// <summary>Reads the word that starts here.</summary>
    internal BashWord Read()
    {
        var start = cursor.Position;
        var parts = ImmutableArray.CreateBuilder<BashWordPart>(1);
        while (IsAtWord)
            parts.Add(ReadPart());
        return new BashWord(cursor.Since(start), parts.DrainToImmutable());
    }

    /// <summary>Reads to the end of the text what a shell expands in a here-document.</summary>
    internal ImmutableArray<BashWordPart> ReadHeredocParts() => ReadExpanded(s_heredoc);

    private BashWordPart ReadPart() => cursor.Current switch
    {
        '\'' => ReadSingleQuoted(),
        '"' => ReadDoubleQuoted(BashWordPartKind.DoubleQuoted),
        '$' => ReadDollar(),
        '`' => ReadBackquoted(),
        '<' or '>' => ReadProcessSubstitution(),
        _ => ReadLiteral(s_word),
    };

    private BashWordPart ReadLiteral(SearchValues<char> ends)
    {
        var start = cursor.Position;
        while (!cursor.AtEnd)
        {
            var length = cursor.Text.AsSpan(cursor.Position).IndexOfAny(ends);
            cursor.Position = length < 0 ? cursor.Text.Length : cursor.Position + length;
            if (cursor.Current is not '\\')
                break;
            cursor.Position += EscapeLength();
        }

        return new BashWordPart(BashWordPartKind.Literal, cursor.Since(start));
    }

    private int EscapeLength() => Math.Min(2, cursor.Text.Length - cursor.Position);

    private BashWordPart ReadSingleQuoted()
    {
        var start = ++cursor.Position;
        var end = cursor.Text.IndexOf('\'', Math.Min(start, cursor.Text.Length));
        if (end < 0)
            return Unfinished("'");
        cursor.Position = end + 1;
        return new BashWordPart(BashWordPartKind.SingleQuoted, cursor.Text[start..end]);
    }

    private BashWordPart ReadDoubleQuoted(BashWordPartKind kind)
    {
        var start = ++cursor.Position;
        var parts = ReadExpanded(s_quoted);
        var text = cursor.Since(start);
        return cursor.Take('"') ? new BashWordPart(kind, text) { Parts = parts } : Unfinished("\"");
    }

    private ImmutableArray<BashWordPart> ReadExpanded(SearchValues<char> ends)
    {
        var parts = ImmutableArray.CreateBuilder<BashWordPart>();
        while (!cursor.AtEnd && !(cursor.Current is '"' && ends.Contains('"')))
        {
            parts.Add(cursor.Current switch
            {
                '$' when cursor.Next is not ('\'' or '"') => ReadDollar(),
                '$' => TakeLoneDollar(),
                '`' => ReadBackquoted(),
                _ => ReadLiteral(ends),
            });
        }

        return parts.DrainToImmutable();
    }

    private BashWordPart TakeLoneDollar()
    {
        cursor.Position++;
        return new BashWordPart(BashWordPartKind.Parameter, "");
    }

    private BashWordPart ReadDollar()
    {
        cursor.Position++;
        switch (cursor.Current)
        {
            case '\'':
                return ReadAnsiQuoted();
            case '"':
                return ReadDoubleQuoted(BashWordPartKind.LocaleQuoted);
            case '(' when cursor.Next is '(' && TryReadArithmetic() is { } arithmetic:
                return arithmetic;
            case '(':
                cursor.Position++;
                return ReadSubstitution(BashWordPartKind.CommandSubstitution);
            case '{':
                return ReadBracedParameter();
            default:
                return ReadParameter();
        }
    }

    private BashWordPart ReadAnsiQuoted()
    {
        cursor.Position++;
        var part = ReadLiteral(s_ansi);
        return cursor.Take('\'') ? part with { Kind = BashWordPartKind.AnsiQuoted } : Unfinished("'");
    }

    private BashWordPart ReadParameter()
    {
        var start = cursor.Position;
        if (cursor.Current is '@' or '*' or '#' or '?' or '-' or '$' or '!' || char.IsAsciiDigit(cursor.Current))
        {
            cursor.Position++;
        }
        else
        {
            while (!cursor.AtEnd && (char.IsAsciiLetterOrDigit(cursor.Current) || cursor.Current is '_'))
                cursor.Position++;
        }

        return new BashWordPart(BashWordPartKind.Parameter, cursor.Since(start));
    }

    private BashWordPart ReadBracedParameter()
    {
        if (!cursor.Enter())
            return Unfinished("{");
        var start = ++cursor.Position;
        var inner = ImmutableArray.CreateBuilder<BashWordPart>();
        while (!cursor.AtEnd && cursor.Current is not '}')
        {
            if (cursor.Current is '\'' or '"' or '$' or '`')
                inner.Add(ReadPart());
            else
                cursor.Position += cursor.Current is '\\' ? EscapeLength() : 1;
        }

        cursor.Leave();
        var text = cursor.Since(start);
        return cursor.Take('}')
            ? new BashWordPart(BashWordPartKind.Parameter, text) { Parts = inner.DrainToImmutable() }
            : Unfinished("{");
    }

    /// <summary>Reads <c>$((…))</c>; null, and the cursor where it was, when the brackets turn out to be a subshell in a substitution.</summary>
    private BashWordPart? TryReadArithmetic()
    {
        var start = cursor.Position + 2;
        var end = BracketScan.EndOfArithmetic(cursor.Text, start);
        if (end < 0)
            return null;
        cursor.Position = end + 2;
        return new BashWordPart(BashWordPartKind.Arithmetic, cursor.Text[start..end]);
    }

    private BashWordPart ReadProcessSubstitution()
    {
        cursor.Position += 2;
        return ReadSubstitution(BashWordPartKind.ProcessSubstitution);
    }

    private BashWordPart ReadSubstitution(BashWordPartKind kind)
    {
        var start = cursor.Position;
        var script = parser.ReadBracketed();
        var text = cursor.Since(start);
        return new BashWordPart(kind, text.EndsWith(')') ? text[..^1] : text) { Script = script };
    }

    // Inside backquotes a backslash protects itself, a dollar sign and a backquote before anything else is looked at.
    private BashWordPart ReadBackquoted()
    {
        var text = new StringBuilder();
        for (cursor.Position++; !cursor.AtEnd && cursor.Current is not '`'; cursor.Position++)
        {
            if (cursor is { Current: '\\', Next: '\\' or '$' or '`' })
                cursor.Position++;
            text.Append(cursor.Current);
        }

        if (!cursor.Take('`') || !cursor.Enter())
            return Unfinished("`");
        var script = BashParser.Parse(text.ToString(), cursor.Depth, out var error);
        cursor.Leave();
        if (error is not null)
            cursor.Fail(error.Message);
        return new BashWordPart(BashWordPartKind.CommandSubstitution, text.ToString()) { Script = script };
    }

    private BashWordPart Unfinished(string mark)
    {
        cursor.Fail($"`{mark}` has no counterpart");
        return new BashWordPart(BashWordPartKind.Literal, "");
    }
}
