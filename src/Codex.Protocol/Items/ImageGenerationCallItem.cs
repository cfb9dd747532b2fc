namespace Codex.Protocol.Items;

/// <summary>An image that the server made; <paramref name="Result"/> is base64.</summary>
public sealed record ImageGenerationCallItem(string Id, string Status, string? RevisedPrompt, string Result) : ResponseItem
{
    /// <inheritdoc/>
    public override string Type => "image_generation_call";
}
