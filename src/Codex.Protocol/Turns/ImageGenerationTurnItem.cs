namespace Codex.Protocol.Turns;

/// <summary>The server made an image.</summary>
/// <param name="Id">The server's id of the call.</param>
/// <param name="Status">As the server says it, for example <c>completed</c>.</param>
/// <param name="RevisedPrompt">What the image was made from.</param>
/// <param name="Result">The image, base64.</param>
/// <param name="SavedPath">The file it was saved to; null when that failed.</param>
public sealed record ImageGenerationTurnItem(string Id, string Status, string? RevisedPrompt, string Result, string? SavedPath) : TurnItem(Id);
