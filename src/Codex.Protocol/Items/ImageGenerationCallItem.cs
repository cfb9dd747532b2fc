namespace Codex.Protocol.Items;

/// <summary>An image that the server made; <paramref name="Result"/> is base64.</summary>
public sealed record ImageGenerationCallItem(string Id, string Status, string? RevisedPrompt, string Result) : ResponseItem
{
    /// <summary>The server's id of the image, which is part of the item's wire form.</summary>
    public new string Id { get; init; } = Id;

    /// <inheritdoc/>
    public override string Type => "image_generation_call";
}
