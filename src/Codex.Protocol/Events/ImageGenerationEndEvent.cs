namespace Codex.Protocol.Events;

/// <summary>The server made an image.</summary>
/// <param name="CallId">The server's id of the call.</param>
/// <param name="Status">As the server says it.</param>
/// <param name="RevisedPrompt">What the image was made from.</param>
/// <param name="Result">The image, base64.</param>
/// <param name="SavedPath">The file it was saved to.</param>
public sealed record ImageGenerationEndEvent(string CallId, string Status, string? RevisedPrompt, string Result, string? SavedPath) : EventMsg;
