namespace Codex.Protocol.Items;

/// <summary>Text given to the model (<c>input_text</c>).</summary>
public sealed record InputTextPart(string Text) : ContentPart;
