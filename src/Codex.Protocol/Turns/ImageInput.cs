namespace Codex.Protocol.Turns;

/// <summary>An image by URL, data URLs included.</summary>
/// <param name="ImageUrl">The URL.</param>
/// <param name="Detail"><c>auto</c>, <c>low</c>, <c>high</c>, <c>original</c> or null for the default.</param>
public sealed record ImageInput(string ImageUrl, string? Detail = null) : UserInput;
