namespace Codex.Formats.Diffs;

/// <summary>The names in the two lines before the first hunk.</summary>
/// <param name="OldName">After <c>---</c>.</param>
/// <param name="NewName">After <c>+++</c>.</param>
public sealed record UnifiedDiffHeader(string OldName, string NewName);
