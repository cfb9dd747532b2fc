using System.Collections.Immutable;

namespace Codex.Formats.Starlark.Syntax;

/// <summary>A statement.</summary>
/// <param name="Span">Where it is.</param>
internal abstract record Statement(StarlarkSpan Span)
{
    internal sealed record Evaluate(StarlarkSpan Span, Expression Value) : Statement(Span);

    /// <summary>An assignment; with an operator the old value takes part.</summary>
    internal sealed record Assign(StarlarkSpan Span, Expression Target, string? Operator, Expression Value) : Statement(Span);

    internal sealed record If(StarlarkSpan Span, Expression Condition, ImmutableArray<Statement> Then, ImmutableArray<Statement> Else) : Statement(Span);

    internal sealed record For(StarlarkSpan Span, Expression Target, Expression Source, ImmutableArray<Statement> Body) : Statement(Span);

    internal sealed record Define(StarlarkSpan Span, string Name, ImmutableArray<Parameter> Parameters, ImmutableArray<Statement> Body) : Statement(Span);

    internal sealed record Return(StarlarkSpan Span, Expression? Value) : Statement(Span);

    internal sealed record Break(StarlarkSpan Span) : Statement(Span);

    internal sealed record Continue(StarlarkSpan Span) : Statement(Span);

    internal sealed record Pass(StarlarkSpan Span) : Statement(Span);

    internal sealed record Load(StarlarkSpan Span, string Module) : Statement(Span);
}
