namespace Codex.Tools;

/// <summary>The files a patch changed, before and after, for the diff of the turn.</summary>
/// <param name="Files">One entry a file.</param>
public sealed record PatchRecord(IReadOnlyList<PatchedFile> Files);
