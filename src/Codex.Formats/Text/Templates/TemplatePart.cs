namespace Codex.Formats.Text.Templates;

/// <summary>A literal or, when <paramref name="IsPlaceholder"/>, the name of a value.</summary>
internal sealed record TemplatePart(string Text, bool IsPlaceholder);
