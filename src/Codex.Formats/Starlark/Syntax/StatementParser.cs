using System.Collections.Immutable;

namespace Codex.Formats.Starlark.Syntax;

/// <summary>Reads statements and blocks.</summary>
internal sealed class StatementParser
{
    private readonly TokenReader tokens;
    private readonly ExpressionParser expressions;

    private StatementParser(StarlarkSource source)
    {
        tokens = new TokenReader(source);
        expressions = new ExpressionParser(tokens);
    }

    /// <summary>Reads a whole program.</summary>
    /// <exception cref="StarlarkException">The text is none.</exception>
    public static ImmutableArray<Statement> Parse(StarlarkSource source)
    {
        var parser = new StatementParser(source);
        var statements = ImmutableArray.CreateBuilder<Statement>();
        while (parser.tokens.Current.Kind is not TokenKind.End)
            parser.ReadStatement(statements);
        return statements.DrainToImmutable();
    }

    private void ReadStatement(ImmutableArray<Statement>.Builder statements)
    {
        switch (tokens.Current)
        {
            case { Kind: TokenKind.Keyword, Text: "def" }:
                statements.Add(tokens.Nested(ReadDefine));
                break;
            case { Kind: TokenKind.Keyword, Text: "if" }:
                statements.Add(tokens.Nested(ReadIf));
                break;
            case { Kind: TokenKind.Keyword, Text: "for" }:
                statements.Add(tokens.Nested(ReadFor));
                break;
            case { Kind: TokenKind.NewLine }:
                tokens.Take();
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
        while (tokens.TryTake(";") && tokens.Current.Kind is not TokenKind.NewLine);

        tokens.Expect(TokenKind.NewLine);
    }

    private ImmutableArray<Statement> ReadBlock()
    {
        tokens.Expect(":");
        var statements = ImmutableArray.CreateBuilder<Statement>();
        if (!tokens.TryTake(TokenKind.NewLine))
        {
            ReadSimpleStatements(statements);
            return statements.DrainToImmutable();
        }

        tokens.Expect(TokenKind.Indent);
        while (!tokens.TryTake(TokenKind.Dedent))
            ReadStatement(statements);
        return statements.DrainToImmutable();
    }

    private Statement ReadDefine()
    {
        var start = tokens.Take().Span;
        var name = tokens.Expect(TokenKind.Name).Text;
        tokens.Expect("(");
        var parameters = expressions.ReadParameters(")");
        tokens.Expect(")");
        if (tokens.TryTake("->"))
            expressions.ReadTest();
        var body = ReadBlock();
        return new Statement.Define(start.To(body[^1].Span), name, parameters, body);
    }

    private Statement ReadIf()
    {
        var start = tokens.Take().Span;
        var condition = expressions.ReadTest();
        var then = ReadBlock();
        ImmutableArray<Statement> otherwise = tokens.Current.Is("elif") ? [tokens.Nested(ReadIf)] : tokens.TryTake("else") ? ReadBlock() : [];
        return new Statement.If(start.To(then[^1].Span), condition, then, otherwise);
    }

    private Statement ReadFor()
    {
        var start = tokens.Take().Span;
        var target = expressions.ReadTargets();
        tokens.Expect("in");
        var source = expressions.ReadTests();
        var body = ReadBlock();
        return new Statement.For(start.To(body[^1].Span), target, source, body);
    }

    private Statement ReadSimple()
    {
        var token = tokens.Current;
        switch (token)
        {
            case { Kind: TokenKind.Keyword, Text: "return" }:
                tokens.Take();
                var value = IsEndOfStatement() ? null : expressions.ReadTests();
                return new Statement.Return(token.Span.To(tokens.Last.Span), value);
            case { Kind: TokenKind.Keyword, Text: "break" }:
                return new Statement.Break(tokens.Take().Span);
            case { Kind: TokenKind.Keyword, Text: "continue" }:
                return new Statement.Continue(tokens.Take().Span);
            case { Kind: TokenKind.Keyword, Text: "pass" }:
                return new Statement.Pass(tokens.Take().Span);
            case { Kind: TokenKind.Keyword, Text: "load" }:
                return ReadLoad();
            default:
                return ReadAssignment();
        }
    }

    private bool IsEndOfStatement() => tokens.Current.Kind is TokenKind.NewLine || tokens.Current.Is(";");

    private Statement.Load ReadLoad()
    {
        var start = tokens.Take().Span;
        tokens.Expect("(");
        var module = tokens.Expect(TokenKind.Text).Text;
        while (tokens.TryTake(",") && !tokens.Current.Is(")"))
        {
            if (tokens.TryTake(TokenKind.Name))
                tokens.Expect("=");
            tokens.Expect(TokenKind.Text);
        }

        tokens.Expect(")");
        return new Statement.Load(start.To(tokens.Last.Span), module);
    }

    private Statement ReadAssignment()
    {
        var target = expressions.ReadTests();
        if (target is Expression.Name && tokens.TryTake(":"))
        {
            expressions.ReadTest();
            if (!tokens.Current.Is("="))
                throw tokens.Unexpected();
        }

        if (tokens.Current is not { Kind: TokenKind.Symbol, Text: "=" or ['+' or '-' or '*' or '/' or '%' or '&' or '|' or '^', '='] or "//=" or "<<=" or ">>=" })
            return new Statement.Evaluate(target.Span, target);
        var symbol = tokens.Take();
        CheckTarget(target, symbol.Text is "=");
        var value = expressions.ReadTests();
        return new Statement.Assign(target.Span.To(value.Span), target, symbol.Text is "=" ? null : symbol.Text[..^1], value);
    }

    private void CheckTarget(Expression target, bool allowsSeveral)
    {
        var items = target switch
        {
            Expression.TupleOf tuple when allowsSeveral => tuple.Items,
            Expression.ListOf list when allowsSeveral => list.Items,
            Expression.Name or Expression.Index or Expression.Member => [],
            _ => throw tokens.Fail($"cannot assign to this expression", target.Span),
        };
        foreach (var item in items)
            CheckTarget(item, allowsSeveral: true);
    }
}
