using System.Collections.Immutable;
using System.Globalization;
using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Syntax;

/// <summary>Reads expressions, operators by their precedence.</summary>
internal sealed class ExpressionParser(TokenReader tokens)
{
    // From the loosest to the tightest, between comparisons and signs.
    private static readonly string[][] s_levels = [["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "/", "//", "%"]];

    private readonly ParameterParser _parameters = new(tokens);

    /// <summary>Reads one expression, a condition between two values included.</summary>
    public Expression ReadTest() => tokens.Nested(ReadConditional);

    /// <summary>Reads one expression, or several with commas between them as a tuple.</summary>
    public Expression ReadTests()
    {
        var first = ReadTest();
        return tokens.Current.Is(",") ? ReadTuple(first, ReadTest) : first;
    }

    /// <summary>Reads the targets of a loop: names, members, elements or tuples of them.</summary>
    public Expression ReadTargets()
    {
        var first = ReadLevel(0);
        return tokens.Current.Is(",") ? ReadTuple(first, () => ReadLevel(0)) : first;
    }

    /// <summary>Reads the parameters of a function up to the token that ends them.</summary>
    public ImmutableArray<Parameter> ReadParameters(string end) => _parameters.Read(end, ReadTest);

    private Expression.TupleOf ReadTuple(Expression first, Func<Expression> read)
    {
        var items = ImmutableArray.CreateBuilder<Expression>();
        items.Add(first);
        while (tokens.TryTake(",") && StartsExpression(tokens.Current))
            items.Add(read());
        return new Expression.TupleOf(first.Span.To(tokens.Last.Span), items.DrainToImmutable());
    }

    private static bool StartsExpression(Token token) => token.Kind switch
    {
        TokenKind.Symbol => token.Text is "(" or "[" or "{" or "+" or "-" or "~" or "...",
        TokenKind.Keyword => token.Text is "not" or "lambda",
        TokenKind.NewLine or TokenKind.Indent or TokenKind.Dedent or TokenKind.End => false,
        _ => true,
    };

    private Expression ReadConditional()
    {
        if (tokens.Current.Is("lambda"))
            return ReadLambda();
        var value = ReadOr();
        if (!tokens.TryTake("if"))
            return value;
        var condition = ReadOr();
        tokens.Expect("else");
        var otherwise = ReadTest();
        return new Expression.Conditional(value.Span.To(otherwise.Span), condition, value, otherwise);
    }

    private Expression.Lambda ReadLambda()
    {
        var start = tokens.Take().Span;
        var names = ReadParameters(":");
        tokens.Expect(":");
        var body = ReadTest();
        return new Expression.Lambda(start.To(body.Span), names, body);
    }

    private Expression ReadOr() => ReadChain("or", () => ReadChain("and", ReadNot));

    private Expression ReadChain(string word, Func<Expression> read)
    {
        var left = read();
        while (tokens.TryTake(word))
            left = Join(word, left, read());
        return left;
    }

    private Expression ReadNot()
    {
        if (!tokens.Current.Is("not"))
            return ReadComparison();
        var start = tokens.Take().Span;
        var operand = tokens.Nested(ReadNot);
        return new Expression.Unary(start.To(operand.Span), "not", operand);
    }

    // Comparisons do not chain: "a < b < c" is an error.
    private Expression ReadComparison()
    {
        var left = ReadLevel(0);
        var word = ReadComparisonOperator();
        return word is null ? left : Join(word, left, ReadLevel(0));
    }

    private string? ReadComparisonOperator()
    {
        if (tokens.Current.Is("not") && tokens.Next.Is("in"))
        {
            tokens.Take();
            tokens.Take();
            return "not in";
        }

        return tokens.Current is { Kind: TokenKind.Symbol, Text: "==" or "!=" or "<" or "<=" or ">" or ">=" } || tokens.Current.Is("in")
            ? tokens.Take().Text
            : null;
    }

    private Expression ReadLevel(int level)
    {
        if (level == s_levels.Length)
            return ReadSigned();
        var left = ReadLevel(level + 1);
        while (tokens.Current.Kind is TokenKind.Symbol && s_levels[level].Contains(tokens.Current.Text))
            left = Join(tokens.Take().Text, left, ReadLevel(level + 1));
        return left;
    }

    private Expression ReadSigned()
    {
        if (tokens.Current is not { Kind: TokenKind.Symbol, Text: "+" or "-" or "~" })
            return ReadPostfix();
        var sign = tokens.Take();
        var operand = tokens.Nested(ReadSigned);
        return new Expression.Unary(sign.Span.To(operand.Span), sign.Text, operand);
    }

    private Expression ReadPostfix()
    {
        var value = ReadPrimary();
        while (true)
        {
            if (tokens.TryTake("."))
                value = new Expression.Member(value.Span.To(tokens.Current.Span), value, tokens.Expect(TokenKind.Name).Text);
            else if (tokens.TryTake("("))
                value = ReadCall(value);
            else if (tokens.TryTake("["))
                value = ReadIndex(value);
            else
                return value;
        }
    }

    private Expression.Call ReadCall(Expression function)
    {
        var arguments = ImmutableArray.CreateBuilder<Argument>();
        while (!tokens.Current.Is(")"))
        {
            arguments.Add(ReadArgument(arguments));
            if (!tokens.TryTake(","))
                break;
        }

        tokens.Expect(")");
        return new Expression.Call(function.Span.To(tokens.Last.Span), function, arguments.DrainToImmutable());
    }

    private Argument ReadArgument(IEnumerable<Argument> before)
    {
        if (tokens.Current is { Kind: TokenKind.Symbol, Text: "*" or "**" })
            return new Argument(tokens.Take().Text, ReadTest());
        if (tokens.Current.Kind is not TokenKind.Name || !tokens.Next.Is("="))
            return before.Any(static argument => argument.Name is not null and not "*")
                ? throw tokens.Fail("positional argument after non positional", tokens.Current.Span)
                : new Argument(null, ReadTest());
        var name = tokens.Take();
        if (before.Any(argument => argument.Name == name.Text))
            throw tokens.Fail("repeated named argument", name.Span);
        tokens.Take();
        return new Argument(name.Text, ReadTest());
    }

    private Expression ReadIndex(Expression target)
    {
        var start = tokens.Current.Is(":") ? null : ReadTests();
        if (start is not null && tokens.TryTake("]"))
            return new Expression.Index(target.Span.To(tokens.Last.Span), target, start);
        tokens.Expect(":");
        var stop = IsSliceEnd() ? null : ReadTest();
        var step = tokens.TryTake(":") && !IsSliceEnd() ? ReadTest() : null;
        tokens.Expect("]");
        return new Expression.Slice(target.Span.To(tokens.Last.Span), target, start, stop, step);
    }

    private bool IsSliceEnd() => tokens.Current.Is(":") || tokens.Current.Is("]");

    private Expression ReadPrimary()
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Name:
                return new Expression.Name(tokens.Take().Span, token.Text);
            case TokenKind.Integer:
                return Constant(new StarlarkInteger(long.Parse(token.Text, CultureInfo.InvariantCulture)));
            case TokenKind.Float:
                return Constant(new StarlarkFloat(double.Parse(token.Text, CultureInfo.InvariantCulture)));
            case TokenKind.Text:
                return Constant(new StarlarkText(token.Text));
            case TokenKind.FormatText:
                return FormatTextParser.Read(tokens.Source, tokens.Take());
            case TokenKind.Symbol when token.Text is "(":
                return ReadParentheses();
            case TokenKind.Symbol when token.Text is "[":
                return ReadList();
            case TokenKind.Symbol when token.Text is "{":
                return ReadDictionary();
            default:
                throw tokens.Unexpected();
        }
    }

    private Expression.Constant Constant(StarlarkValue value) => new(tokens.Take().Span, value);

    private Expression ReadParentheses()
    {
        var start = tokens.Take().Span;
        if (tokens.TryTake(")"))
            return new Expression.TupleOf(start.To(tokens.Last.Span), []);
        var value = tokens.Nested(ReadTests);
        tokens.Expect(")");
        return value is Expression.TupleOf tuple ? tuple with { Span = start.To(tokens.Last.Span) } : value;
    }

    private Expression ReadList()
    {
        var start = tokens.Take().Span;
        var items = ImmutableArray.CreateBuilder<Expression>();
        while (!tokens.Current.Is("]"))
        {
            items.Add(ReadTest());
            if (items.Count is 1 && tokens.Current.Is("for"))
                return ReadComprehension(start, items[0], null, "]");
            if (!tokens.TryTake(","))
                break;
        }

        tokens.Expect("]");
        return new Expression.ListOf(start.To(tokens.Last.Span), items.DrainToImmutable());
    }

    private Expression ReadDictionary()
    {
        var start = tokens.Take().Span;
        var entries = ImmutableArray.CreateBuilder<(Expression, Expression)>();
        while (!tokens.Current.Is("}"))
        {
            var key = ReadTest();
            tokens.Expect(":");
            var value = ReadTest();
            if (entries.Count is 0 && tokens.Current.Is("for"))
                return ReadComprehension(start, key, value, "}");
            entries.Add((key, value));
            if (!tokens.TryTake(","))
                break;
        }

        tokens.Expect("}");
        return new Expression.DictionaryOf(start.To(tokens.Last.Span), entries.DrainToImmutable());
    }

    private Expression.Comprehension ReadComprehension(StarlarkSpan start, Expression element, Expression? value, string end)
    {
        var clauses = ImmutableArray.CreateBuilder<ComprehensionClause>();
        while (!tokens.TryTake(end))
        {
            if (tokens.TryTake("if"))
            {
                clauses.Add(new ComprehensionClause(null, ReadOr()));
                continue;
            }

            tokens.Expect("for");
            var target = ReadTargets();
            tokens.Expect("in");
            clauses.Add(new ComprehensionClause(target, ReadOr()));
        }

        return new Expression.Comprehension(start.To(tokens.Last.Span), element, value, clauses.DrainToImmutable());
    }

    private static Expression.Binary Join(string word, Expression left, Expression right) => new(left.Span.To(right.Span), word, left, right);
}
