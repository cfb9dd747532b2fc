namespace Codex.Protocol.Events;

/// <summary>The model wrote to a running session.</summary>
public sealed record TerminalInteractionEvent(string CallId, string ProcessId, string Stdin) : EventMsg;
