namespace Codex.Protocol.Items;

/// <summary>Text written by the model (<c>output_text</c>).</summary>
public sealed record OutputTextPart(string Text) : ContentPart;
