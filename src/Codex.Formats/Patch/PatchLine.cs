namespace Codex.Formats.Patch;

/// <summary>One line of a chunk.</summary>
/// <param name="Kind">What it says about the file.</param>
/// <param name="Text">The line without its marker and line end.</param>
public sealed record PatchLine(PatchLineKind Kind, string Text);
