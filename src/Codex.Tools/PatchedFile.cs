namespace Codex.Tools;

/// <summary>One file changed by a patch.</summary>
/// <param name="Path">Absolute path before the patch.</param>
/// <param name="MovedTo">Absolute path after it, when the patch moved the file.</param>
/// <param name="Before">Content before; null when the file did not exist.</param>
/// <param name="After">Content after; null when the file was deleted.</param>
public sealed record PatchedFile(string Path, string? MovedTo, ReadOnlyMemory<byte>? Before, ReadOnlyMemory<byte>? After);
