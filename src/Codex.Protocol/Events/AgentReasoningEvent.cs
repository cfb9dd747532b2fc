namespace Codex.Protocol.Events;

/// <summary>A reasoning summary.</summary>
public sealed record AgentReasoningEvent(string Text) : EventMsg;
