namespace Codex.Formats.Starlark.Syntax;

/// <summary>Cuts a source text into tokens, indentation included.</summary>
internal sealed class Lexer(StarlarkSource source)
{
    private static readonly string[] s_symbols =
    [
        "...", "**", "//=", ">>=", "<<=", "->", "//", ">>", "<<", "<=", ">=", "==", "!=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
        "+", "-", "*", "/", "%", "&", "|", "^", "~", "<", ">", "=", "(", ")", "[", "]", "{", "}", ",", ":", ";", ".",
    ];

    private readonly string text = source.Text;
    private readonly List<Token> tokens = [];
    private readonly Stack<int> indents = new([0]);
    private int position;
    private int brackets;

    /// <summary>All tokens; the last one is the end.</summary>
    /// <exception cref="StarlarkException">The text has something that is no token.</exception>
    public static List<Token> Read(StarlarkSource source)
    {
        var lexer = new Lexer(source);
        lexer.Run();
        return lexer.tokens;
    }

    private void Run()
    {
        ReadIndent();
        while (position < text.Length)
            ReadToken();
        if (tokens.Count > 0 && (brackets > 0 || tokens[^1].Kind is not (TokenKind.NewLine or TokenKind.Dedent)))
            Add(TokenKind.NewLine, position);
        for (; indents.Peek() > 0; indents.Pop())
            Add(TokenKind.Dedent, position);
        Add(TokenKind.End, position);
    }

    private void ReadToken()
    {
        var character = text[position];
        if (character is ' ' or '\t' or '\r')
            position++;
        else if (character is '\n')
            ReadLineEnd();
        else if (character is '#')
            position = EndOfLine();
        else if (character is '\\' && text.AsSpan(position + 1).TrimStart('\r').StartsWith("\n"))
            position = text.IndexOf('\n', position) + 1;
        else if (character is '"' or '\'')
            ReadText(position);
        else if (IsNameStart(character))
            ReadName();
        else if (char.IsAsciiDigit(character) || (character is '.' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1])))
            ReadNumber();
        else
            ReadSymbol();
    }

    private int EndOfLine()
    {
        var end = text.IndexOf('\n', position);
        return end < 0 ? text.Length : end;
    }

    private void ReadLineEnd()
    {
        var start = position++;
        if (brackets > 0)
            return;
        if (tokens.Count > 0 && tokens[^1].Kind is not (TokenKind.NewLine or TokenKind.Indent or TokenKind.Dedent))
            Add(TokenKind.NewLine, start);
        ReadIndent();
    }

    /// <summary>Compares the blanks of the next line that has anything on it with those of the lines before.</summary>
    private void ReadIndent()
    {
        var start = position;
        while (position < text.Length && text[position] is ' ' or '\t' or '\r' or '\n' or '#')
        {
            if (text[position] is '\t')
                throw Fail("tabs are not allowed", new StarlarkSpan(Math.Max(start - 1, 0), start));
            if (text[position] is '#')
                position = EndOfLine();
            else if (text[position++] is '\n')
                start = position;
            if (position == text.Length)
                return;
        }

        if (position == text.Length)
            return;
        var indent = position - start;
        if (indent > indents.Peek())
        {
            indents.Push(indent);
            Add(TokenKind.Indent, start);
        }

        for (; indent < indents.Peek(); indents.Pop())
            Add(TokenKind.Dedent, position);
        if (indent != indents.Peek())
            throw Fail("incorrect indentation", new StarlarkSpan(Math.Max(start - 1, 0), position));
    }

    private void ReadName()
    {
        var start = position;
        while (position < text.Length && (IsNameStart(text[position]) || char.IsAsciiDigit(text[position])))
            position++;
        var word = text[start..position];
        var isPrefix = word is "r" or "f" or "rf" or "fr" && position < text.Length && text[position] is '"' or '\'';
        if (isPrefix)
            ReadText(start);
        else if (Keywords.IsReserved(word))
            throw Fail($"cannot use reserved keyword `{word}`", new StarlarkSpan(start, position));
        else
            tokens.Add(new Token(Keywords.Contains(word) ? TokenKind.Keyword : TokenKind.Name, word, new StarlarkSpan(start, position)));
    }

    private void ReadText(int start)
    {
        var prefix = text.AsSpan(start, position - start);
        var literal = TextLiteral.Read(source, start, position, isRaw: prefix.Contains('r'), isFormat: prefix.Contains('f'));
        position = literal.Span.End;
        tokens.Add(literal);
    }

    private void ReadNumber()
    {
        var number = NumberLiteral.Read(source, position);
        position = number.Span.End;
        tokens.Add(number);
    }

    private void ReadSymbol()
    {
        foreach (var symbol in s_symbols)
        {
            if (!text.AsSpan(position).StartsWith(symbol))
                continue;
            brackets += symbol is "(" or "[" or "{" ? 1 : symbol is ")" or "]" or "}" && brackets > 0 ? -1 : 0;
            tokens.Add(new Token(TokenKind.Symbol, symbol, new StarlarkSpan(position, position += symbol.Length)));
            return;
        }

        var length = char.IsHighSurrogate(text[position]) && position + 1 < text.Length ? 2 : 1;
        throw Fail($"invalid input `{text.AsSpan(position, length)}`", new StarlarkSpan(position, position + length));
    }

    private void Add(TokenKind kind, int start) => tokens.Add(new Token(kind, "", new StarlarkSpan(start, Math.Max(start, kind is TokenKind.Indent ? position : start))));

    private StarlarkException Fail(string message, StarlarkSpan span) => new($"Parse error: {message}", source, span, []);

    private static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character is '_';
}
