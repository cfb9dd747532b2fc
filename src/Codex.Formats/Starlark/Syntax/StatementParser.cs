using System.Collections.Immutable;

namespace Codex.Formats.Starlark.Syntax;

/// <summary>Reads statements and blocks.</summary>
internal sealed class StatementParser
{
    private readonly TokenReader _tokens;
    private readonly ExpressionParser _expressions;

    private StatementParser(StarlarkSource source)
    {
        _tokens = new TokenReader(source);
        _expressions = new ExpressionParser(_tokens);
    }

    /// <summary>Reads a whole program.</summary>
    /// <exception cref="StarlarkException">The text is none.</exception>
    public static ImmutableArray<Statement> Parse(StarlarkSource source)
    {
        var parser = new StatementParser(source);
        var statements = ImmutableArray.CreateBuilder<Statement>();
        while (parser._tokens.Current.Kind is not TokenKind.End)
            parser.ReadStatement(statements);
        return statements.DrainToImmutable();
    }

    private void ReadStatement(ImmutableArray<Statement>.Builder statements)
    {
        switch (_tokens.Current)
        {
            case { Kind: TokenKind.Keyword, Text: "def" }:
                statements.Add(_tokens.Nested(ReadDefine));
                break;
            case { Kind: TokenKind.Keyword, Text: "if" }:
                statements.Add(_tokens.Nested(ReadIf));
                break;
            case { Kind: TokenKind.Keyword, Text: "for" }:
                statements.Add(_tokens.Nested(ReadFor));
                break;
            case { Kind: TokenKind.NewLine }:
                _tokens.Take();
                break;
            default:
                ReadSimpleStatements(statements);
                break;
        }
    }

    private void ReadSimpleStatements(ImmutableArray<Statement>.Builder statements)
    {
        do
        {
            statements.Add(ReadSimple());
        }
        while (_tokens.TryTake(";") && _tokens.Current.Kind is not TokenKind.NewLine);

        _tokens.Expect(TokenKind.NewLine);
    }

    private ImmutableArray<Statement> ReadBlock()
    {
        _tokens.Expect(":");
        var statements = ImmutableArray.CreateBuilder<Statement>();
        if (!_tokens.TryTake(TokenKind.NewLine))
        {
            ReadSimpleStatements(statements);
            return statements.DrainToImmutable();
        }

        _tokens.Expect(TokenKind.Indent);
        while (!_tokens.TryTake(TokenKind.Dedent))
            ReadStatement(statements);
        return statements.DrainToImmutable();
    }

    private Statement ReadDefine()
    {
        var start = _tokens.Take().Span;
        var name = _tokens.Expect(TokenKind.Name).Text;
        _tokens.Expect("(");
        var parameters = _expressions.ReadParameters(")");
        _tokens.Expect(")");
        if (_tokens.TryTake("->"))
            _expressions.ReadTest();
        var body = ReadBlock();
        return new Statement.Define(start.To(body[^1].Span), name, parameters, body);
    }

    private Statement ReadIf()
    {
        var start = _tokens.Take().Span;
        var condition = _expressions.ReadTest();
        var then = ReadBlock();
        ImmutableArray<Statement> otherwise = _tokens.Current.Is("elif") ? [_tokens.Nested(ReadIf)] : _tokens.TryTake("else") ? ReadBlock() : [];
        return new Statement.If(start.To(then[^1].Span), condition, then, otherwise);
    }

    private Statement ReadFor()
    {
        var start = _tokens.Take().Span;
        var target = _expressions.ReadTargets();
        _tokens.Expect("in");
        var source = _expressions.ReadTests();
        var body = ReadBlock();
        return new Statement.For(start.To(body[^1].Span), target, source, body);
    }

    private Statement ReadSimple()
    {
        var token = _tokens.Current;
        switch (token)
        {
            case { Kind: TokenKind.Keyword, Text: "return" }:
                _tokens.Take();
                var value = IsEndOfStatement() ? null : _expressions.ReadTests();
                return new Statement.Return(token.Span.To(_tokens.Last.Span), value);
            case { Kind: TokenKind.Keyword, Text: "break" }:
                return new Statement.Break(_tokens.Take().Span);
            case { Kind: TokenKind.Keyword, Text: "continue" }:
                return new Statement.Continue(_tokens.Take().Span);
            case { Kind: TokenKind.Keyword, Text: "pass" }:
                return new Statement.Pass(_tokens.Take().Span);
            case { Kind: TokenKind.Keyword, Text: "load" }:
                return ReadLoad();
            default:
                return ReadAssignment();
        }
    }

    private bool IsEndOfStatement() => _tokens.Current.Kind is TokenKind.NewLine || _tokens.Current.Is(";");

    private Statement.Load ReadLoad()
    {
        var start = _tokens.Take().Span;
        _tokens.Expect("(");
        var module = _tokens.Expect(TokenKind.Text).Text;
        while (_tokens.TryTake(",") && !_tokens.Current.Is(")"))
        {
            if (_tokens.TryTake(TokenKind.Name))
                _tokens.Expect("=");
            _tokens.Expect(TokenKind.Text);
        }

        _tokens.Expect(")");
        return new Statement.Load(start.To(_tokens.Last.Span), module);
    }

    private Statement ReadAssignment()
    {
        var target = _expressions.ReadTests();
        if (target is Expression.Name && _tokens.TryTake(":"))
        {
            _expressions.ReadTest();
            if (!_tokens.Current.Is("="))
                throw _tokens.Unexpected();
        }

        if (_tokens.Current is not { Kind: TokenKind.Symbol, Text: "=" or ['+' or '-' or '*' or '/' or '%' or '&' or '|' or '^', '='] or "//=" or "<<=" or ">>=" })
            return new Statement.Evaluate(target.Span, target);
        var symbol = _tokens.Take();
        CheckTarget(target, symbol.Text is "=");
        var value = _expressions.ReadTests();
        return new Statement.Assign(target.Span.To(value.Span), target, symbol.Text is "=" ? null : symbol.Text[..^1], value);
    }

    private void CheckTarget(Expression target, bool allowsSeveral)
    {
        var items = target switch
        {
            Expression.TupleOf tuple when allowsSeveral => tuple.Items,
            Expression.ListOf list when allowsSeveral => list.Items,
            Expression.Name or Expression.Index or Expression.Member => [],
            _ => throw _tokens.Fail($"cannot assign to this expression", target.Span),
        };
        foreach (var item in items)
            CheckTarget(item, allowsSeveral: true);
    }
}
