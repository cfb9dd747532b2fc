namespace Codex.Formats.Patch;

/// <summary>Removes a file.</summary>
/// <param name="Path">The path as the patch spells it.</param>
public sealed record DeleteFileOperation(string Path) : PatchOperation(Path);
