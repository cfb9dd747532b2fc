namespace Codex.Formats.Starlark.Syntax;

/// <summary>A place among the tokens of a program.</summary>
internal sealed class TokenReader(StarlarkSource source)
{
    private const int MaximumDepth = 100;

    private readonly List<Token> _tokens = Lexer.Read(source);
    private int _position;
    private int _depth;

    public StarlarkSource Source => source;

    public Token Current => _tokens[_position];

    /// <summary>The token before this one.</summary>
    public Token Last => _tokens[_position - 1];

    /// <summary>The token behind this one.</summary>
    public Token Next => _tokens[Math.Min(_position + 1, _tokens.Count - 1)];

    public Token Take() => _tokens[_position++];

    public bool TryTake(string word)
    {
        var isHere = Current.Is(word);
        _position += isHere ? 1 : 0;
        return isHere;
    }

    public bool TryTake(TokenKind kind)
    {
        var isHere = Current.Kind == kind;
        _position += isHere ? 1 : 0;
        return isHere;
    }

    public void Expect(string word)
    {
        if (!TryTake(word))
            throw Unexpected();
    }

    public Token Expect(TokenKind kind) => Current.Kind == kind ? Take() : throw Unexpected();

    /// <summary>The error for the token here. The original goes on to list what it would have taken; that list is its parser's own.</summary>
    public StarlarkException Unexpected() => Fail($"Parse error: unexpected {Current.Describe()} here", Current.Span);

    public StarlarkException Fail(string message, StarlarkSpan span) => new(message, source, span, []);

    /// <summary>Reads something that may hold more of its kind.</summary>
    public T Nested<T>(Func<T> read)
    {
        if (++_depth > MaximumDepth)
            throw Fail("Parse error: nested too deeply", Current.Span);
        var result = read();
        _depth--;
        return result;
    }
}
