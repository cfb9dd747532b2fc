namespace Codex.Formats.Patch.Matching;

/// <summary>A new line.</summary>
/// <param name="Before">The line of the file before which it comes; the number of lines for the end.</param>
/// <param name="Text">The line without its end.</param>
/// <param name="Replaces">The line of the file whose line end it takes over, or null when it replaces none.</param>
internal sealed record LineInsertion(int Before, string Text, int? Replaces);
