namespace Codex.Protocol.Events;

/// <summary>The thread has ended; the last event.</summary>
public sealed record ShutdownCompleteEvent : EventMsg;
