using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Items;

/// <summary>The server made an image.</summary>
/// <param name="Id">The server's id of the call.</param>
/// <param name="Status">As the server says it.</param>
/// <param name="RevisedPrompt">What the image was made from.</param>
/// <param name="Result">The image, base64.</param>
/// <param name="SavedPath">The file it was saved to.</param>
public sealed record ImageGenerationThreadItem(
    string Id,
    string Status,
    string? RevisedPrompt,
    string Result,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? SavedPath) : ThreadItem(Id);
