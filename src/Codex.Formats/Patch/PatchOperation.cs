namespace Codex.Formats.Patch;

/// <summary>What a patch does to one file.</summary>
/// <param name="Path">The path as the patch spells it.</param>
public abstract record PatchOperation(string Path);
