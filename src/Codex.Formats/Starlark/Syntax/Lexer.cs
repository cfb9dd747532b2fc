namespace Codex.Formats.Starlark.Syntax;

/// <summary>Cuts a source text into tokens, indentation included.</summary>
internal sealed class Lexer(StarlarkSource source)
{
    private static readonly string[] s_symbols =
    [
        "...", "**", "//=", ">>=", "<<=", "->", "//", ">>", "<<", "<=", ">=", "==", "!=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
        "+", "-", "*", "/", "%", "&", "|", "^", "~", "<", ">", "=", "(", ")", "[", "]", "{", "}", ",", ":", ";", ".",
    ];

    private readonly string _text = source.Text;
    private readonly List<Token> _tokens = [];
    private readonly Stack<int> _indents = new([0]);
    private int _position;
    private int _brackets;

    /// <summary>All tokens; the last one is the end.</summary>
    /// <exception cref="StarlarkException">The text has something that is no token.</exception>
    public static List<Token> Read(StarlarkSource source)
    {
        var lexer = new Lexer(source);
        lexer.Run();
        return lexer._tokens;
    }

    private void Run()
    {
        ReadIndent();
        while (_position < _text.Length)
            ReadToken();
        if (_tokens.Count > 0 && (_brackets > 0 || _tokens[^1].Kind is not (TokenKind.NewLine or TokenKind.Dedent)))
            Add(TokenKind.NewLine, _position);
        for (; _indents.Peek() > 0; _indents.Pop())
            Add(TokenKind.Dedent, _position);
        Add(TokenKind.End, _position);
    }

    private void ReadToken()
    {
        var character = _text[_position];
        if (character is ' ' or '\t' or '\r')
            _position++;
        else if (character is '\n')
            ReadLineEnd();
        else if (character is '#')
            _position = EndOfLine();
        else if (character is '\\' && _text.AsSpan(_position + 1).TrimStart('\r').StartsWith("\n"))
            _position = _text.IndexOf('\n', _position) + 1;
        else if (character is '"' or '\'')
            ReadText(_position);
        else if (IsNameStart(character))
            ReadName();
        else if (char.IsAsciiDigit(character) || (character is '.' && _position + 1 < _text.Length && char.IsAsciiDigit(_text[_position + 1])))
            ReadNumber();
        else
            ReadSymbol();
    }

    private int EndOfLine()
    {
        var end = _text.IndexOf('\n', _position);
        return end < 0 ? _text.Length : end;
    }

    private void ReadLineEnd()
    {
        var start = _position++;
        if (_brackets > 0)
            return;
        if (_tokens.Count > 0 && _tokens[^1].Kind is not (TokenKind.NewLine or TokenKind.Indent or TokenKind.Dedent))
            Add(TokenKind.NewLine, start);
        ReadIndent();
    }

    /// <summary>Compares the blanks of the next line that has anything on it with those of the lines before.</summary>
    private void ReadIndent()
    {
        var start = _position;
        while (_position < _text.Length && _text[_position] is ' ' or '\t' or '\r' or '\n' or '#')
        {
            if (_text[_position] is '\t')
                throw Fail("tabs are not allowed", new StarlarkSpan(Math.Max(start - 1, 0), start));
            if (_text[_position] is '#')
                _position = EndOfLine();
            else if (_text[_position++] is '\n')
                start = _position;
            if (_position == _text.Length)
                return;
        }

        if (_position == _text.Length)
            return;
        var indent = _position - start;
        if (indent > _indents.Peek())
        {
            _indents.Push(indent);
            Add(TokenKind.Indent, start);
        }

        for (; indent < _indents.Peek(); _indents.Pop())
            Add(TokenKind.Dedent, _position);
        if (indent != _indents.Peek())
            throw Fail("incorrect indentation", new StarlarkSpan(Math.Max(start - 1, 0), _position));
    }

    private void ReadName()
    {
        var start = _position;
        while (_position < _text.Length && (IsNameStart(_text[_position]) || char.IsAsciiDigit(_text[_position])))
            _position++;
        var word = _text[start.._position];
        var isPrefix = word is "r" or "f" or "rf" or "fr" && _position < _text.Length && _text[_position] is '"' or '\'';
        if (isPrefix)
            ReadText(start);
        else if (Keywords.IsReserved(word))
            throw Fail($"cannot use reserved keyword `{word}`", new StarlarkSpan(start, _position));
        else
            _tokens.Add(new Token(Keywords.Contains(word) ? TokenKind.Keyword : TokenKind.Name, word, new StarlarkSpan(start, _position)));
    }

    private void ReadText(int start)
    {
        var prefix = _text.AsSpan(start, _position - start);
        var literal = TextLiteral.Read(source, start, _position, isRaw: prefix.Contains('r'), isFormat: prefix.Contains('f'));
        _position = literal.Span.End;
        _tokens.Add(literal);
    }

    private void ReadNumber()
    {
        var number = NumberLiteral.Read(source, _position);
        _position = number.Span.End;
        _tokens.Add(number);
    }

    private void ReadSymbol()
    {
        foreach (var symbol in s_symbols)
        {
            if (!_text.AsSpan(_position).StartsWith(symbol))
                continue;
            _brackets += symbol is "(" or "[" or "{" ? 1 : symbol is ")" or "]" or "}" && _brackets > 0 ? -1 : 0;
            _tokens.Add(new Token(TokenKind.Symbol, symbol, new StarlarkSpan(_position, _position += symbol.Length)));
            return;
        }

        var length = char.IsHighSurrogate(_text[_position]) && _position + 1 < _text.Length ? 2 : 1;
        throw Fail($"invalid input `{_text.AsSpan(_position, length)}`", new StarlarkSpan(_position, _position + length));
    }

    private void Add(TokenKind kind, int start) => _tokens.Add(new Token(kind, "", new StarlarkSpan(start, Math.Max(start, kind is TokenKind.Indent ? _position : start))));

    private StarlarkException Fail(string message, StarlarkSpan span) => new($"Parse error: {message}", source, span, []);

    private static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character is '_';
}
