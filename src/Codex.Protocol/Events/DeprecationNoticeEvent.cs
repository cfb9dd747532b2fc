namespace Codex.Protocol.Events;

/// <summary>Something the user relies on will go.</summary>
public sealed record DeprecationNoticeEvent(string Summary, string? Details) : EventMsg;
