namespace Codex.Protocol.Operations;

/// <summary>Something that a client tells the model beside what the user says.</summary>
/// <param name="Key">What it is; names the tag that the model sees.</param>
/// <param name="Value">The text; a long one is shortened.</param>
/// <param name="Kind">Whether it may instruct the model.</param>
public sealed record AdditionalContext(string Key, string Value, AdditionalContextKind Kind);
