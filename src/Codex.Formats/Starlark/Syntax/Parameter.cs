namespace Codex.Formats.Starlark.Syntax;

/// <summary>A parameter of a function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">Its value when it is left out; null for one that must be given.</param>
/// <param name="Stars">How many stars stand before it: one for the remaining positional arguments, two for the remaining named ones.</param>
internal sealed record Parameter(string Name, Expression? Default, int Stars);
