namespace Codex.Formats.Patch;

/// <summary>Writes a whole file, over one that may be there.</summary>
/// <param name="Path">The path as the patch spells it.</param>
/// <param name="Content">Every line ends in a line feed; empty when the patch names no line.</param>
public sealed record AddFileOperation(string Path, string Content) : PatchOperation(Path);
