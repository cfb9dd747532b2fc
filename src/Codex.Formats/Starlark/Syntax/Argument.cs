namespace Codex.Formats.Starlark.Syntax;

/// <summary>An argument of a call.</summary>
/// <param name="Name">Its name, <c>*</c> and <c>**</c> for arguments that are unpacked; null for one without a name.</param>
/// <param name="Value">The value.</param>
internal sealed record Argument(string? Name, Expression Value);
