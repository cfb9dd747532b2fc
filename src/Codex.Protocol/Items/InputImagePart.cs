namespace Codex.Protocol.Items;

/// <summary>An image given to the model (<c>input_image</c>): a data or http URL and how closely to look.</summary>
/// <param name="ImageUrl">The URL.</param>
/// <param name="Detail"><c>auto</c>, <c>low</c>, <c>high</c> or <c>original</c>; absent when null.</param>
public sealed record InputImagePart(string ImageUrl, string? Detail) : ContentPart;
