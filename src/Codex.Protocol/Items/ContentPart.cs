namespace Codex.Protocol.Items;

/// <summary>One part of a message or of a structured tool output.</summary>
public abstract record ContentPart;
