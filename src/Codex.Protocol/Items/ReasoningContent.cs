namespace Codex.Protocol.Items;

/// <summary>A raw reasoning part.</summary>
/// <param name="IsReasoningText">True for <c>reasoning_text</c>, false for <c>text</c>.</param>
/// <param name="Text">The text.</param>
public sealed record ReasoningContent(bool IsReasoningText, string Text);
