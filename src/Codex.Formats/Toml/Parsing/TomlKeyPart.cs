namespace Codex.Formats.Toml.Parsing;

/// <summary>One part of a dotted key.</summary>
internal sealed record TomlKeyPart(string Text, TomlSpan Span);
