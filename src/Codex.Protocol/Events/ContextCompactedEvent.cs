namespace Codex.Protocol.Events;

/// <summary>The context was compacted.</summary>
public sealed record ContextCompactedEvent : EventMsg;
