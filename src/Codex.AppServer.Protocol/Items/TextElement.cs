namespace Codex.AppServer.Protocol.Items;

/// <summary>A part of a text that front-ends show in their own way.</summary>
/// <param name="ByteRange">Where it is.</param>
/// <param name="Placeholder">What is shown for it; null for the text itself.</param>
public sealed record TextElement(ByteRange ByteRange, string? Placeholder = null);
