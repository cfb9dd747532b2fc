using System.Collections.Immutable;
using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Syntax;

/// <summary>Something that has a value.</summary>
/// <param name="Span">Where it is.</param>
internal abstract record Expression(StarlarkSpan Span)
{
    internal sealed record Constant(StarlarkSpan Span, StarlarkValue Value) : Expression(Span);

    internal sealed record Name(StarlarkSpan Span, string Text) : Expression(Span);

    internal sealed record ListOf(StarlarkSpan Span, ImmutableArray<Expression> Items) : Expression(Span);

    internal sealed record TupleOf(StarlarkSpan Span, ImmutableArray<Expression> Items) : Expression(Span);

    internal sealed record DictionaryOf(StarlarkSpan Span, ImmutableArray<(Expression Key, Expression Value)> Entries) : Expression(Span);

    /// <summary>A list, or a dictionary when there is a value beside the element.</summary>
    internal sealed record Comprehension(StarlarkSpan Span, Expression Element, Expression? Value, ImmutableArray<ComprehensionClause> Clauses) : Expression(Span);

    internal sealed record Unary(StarlarkSpan Span, string Operator, Expression Operand) : Expression(Span);

    internal sealed record Binary(StarlarkSpan Span, string Operator, Expression Left, Expression Right) : Expression(Span);

    internal sealed record Conditional(StarlarkSpan Span, Expression Condition, Expression Then, Expression Else) : Expression(Span);

    internal sealed record Call(StarlarkSpan Span, Expression Function, ImmutableArray<Argument> Arguments) : Expression(Span);

    internal sealed record Member(StarlarkSpan Span, Expression Target, string Method) : Expression(Span);

    internal sealed record Index(StarlarkSpan Span, Expression Target, Expression Key) : Expression(Span);

    internal sealed record Slice(StarlarkSpan Span, Expression Target, Expression? Start, Expression? Stop, Expression? Step) : Expression(Span);

    internal sealed record Lambda(StarlarkSpan Span, ImmutableArray<Parameter> Parameters, Expression Body) : Expression(Span);

    /// <summary>Texts and names in turn, as a format string has them.</summary>
    internal sealed record Format(StarlarkSpan Span, ImmutableArray<Expression> Parts) : Expression(Span);
}
