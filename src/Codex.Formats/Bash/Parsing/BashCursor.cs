namespace Codex.Formats.Bash.Parsing;

/// <summary>A place in a script. After the first error it stands at the end, which ends every loop of the readers.</summary>
internal sealed class BashCursor(string text, int depth)
{
    private const int MaximumDepth = 64;

    private int _level = depth;

    internal string Text => text;

    internal int Position { get; set; }

    internal int Depth => _level;

    internal BashSyntaxError? Error { get; private set; }

    internal bool HasComments { get; private set; }

    internal bool AtEnd => Position >= text.Length;

    /// <summary>The character here; NUL at the end.</summary>
    internal char Current => AtEnd ? '\0' : text[Position];

    internal char Next => Position + 1 < text.Length ? text[Position + 1] : '\0';

    internal bool IsAt(string token) => text.AsSpan(Math.Min(Position, text.Length)).StartsWith(token);

    internal bool Take(string token)
    {
        var isHere = IsAt(token);
        if (isHere)
            Position += token.Length;
        return isHere;
    }

    internal bool Take(char character)
    {
        var isHere = !AtEnd && text[Position] == character;
        if (isHere)
            Position++;
        return isHere;
    }

    internal string Since(int start) => text[Math.Min(start, text.Length)..Math.Min(Position, text.Length)];

    internal void Fail(string message)
    {
        Error ??= new BashSyntaxError(Math.Min(Position, text.Length), message);
        Position = text.Length;
    }

    /// <summary>Goes a level down; false, and a failure, when that is too deep.</summary>
    internal bool Enter()
    {
        if (++_level <= MaximumDepth)
            return true;
        Fail("nested too deeply");
        return false;
    }

    internal void Leave() => _level--;

    /// <summary>Skips blanks, continued lines and a comment; stops at a line end.</summary>
    internal void SkipBlanks()
    {
        while (!AtEnd)
        {
            if (IsBlank(Current))
                Position++;
            else if (IsAt("\\\n") || IsAt("\\\r\n"))
                Position = text.IndexOf('\n', Position) + 1;
            else
                break;
        }

        if (Current is '#')
        {
            HasComments = true;
            var end = text.IndexOf('\n', Position);
            Position = end < 0 ? text.Length : end;
        }
    }

    internal static bool IsBlank(char character) => character is ' ' or '\t' or '\r' or '\v' or '\f';

    /// <summary>Whether a word ends before the character.</summary>
    internal static bool EndsWord(char character) => IsBlank(character) || character is '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')';
}
