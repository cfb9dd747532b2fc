using System.Collections.Immutable;

namespace Codex.Formats.Patch;

/// <summary>Edits a file that is there.</summary>
/// <param name="Path">The path as the patch spells it.</param>
/// <param name="MoveTo">The new path as the patch spells it, or null.</param>
/// <param name="Chunks">At least one, in file order.</param>
public sealed record UpdateFileOperation(string Path, string? MoveTo, ImmutableArray<PatchChunk> Chunks) : PatchOperation(Path)
{
    /// <summary>The path under which the file is found afterwards.</summary>
    public string ResultPath => MoveTo ?? Path;
}
