namespace Codex.Formats.Starlark.Syntax;

/// <summary><c>for target in source</c>, or <c>if source</c> when there is no target.</summary>
/// <param name="Target">What the elements are put to.</param>
/// <param name="Source">The elements, or the condition.</param>
internal sealed record ComprehensionClause(Expression? Target, Expression Source);
