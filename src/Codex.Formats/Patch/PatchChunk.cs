using System.Collections.Immutable;

namespace Codex.Formats.Patch;

/// <summary>One place of an update.</summary>
/// <param name="Context">The text after <c>@@ </c>: a line that stands somewhere before the chunk, or null.</param>
/// <param name="Lines">The lines in patch order.</param>
/// <param name="IsEndOfFile">Whether <c>*** End of File</c> closed it: the old lines are the last of the file.</param>
public sealed record PatchChunk(string? Context, ImmutableArray<PatchLine> Lines, bool IsEndOfFile);
