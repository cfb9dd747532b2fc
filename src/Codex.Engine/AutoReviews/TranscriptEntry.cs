namespace Codex.Engine.AutoReviews;

/// <summary>A piece of the conversation, as the reviewer is shown it.</summary>
/// <param name="Role"><c>user</c>, <c>assistant</c>, <c>developer</c>, or which tool was called or answered.</param>
/// <param name="Text">What was said.</param>
internal sealed record TranscriptEntry(string Role, string Text)
{
    /// <summary>Whether the user said it.</summary>
    public bool IsOfUser => Role == "user";

    /// <summary>Whether it is a call of a tool, or its result.</summary>
    public bool IsOfTool => Role.StartsWith("tool ", StringComparison.Ordinal);
}
