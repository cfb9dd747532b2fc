namespace Codex.Protocol.Events;

/// <summary>Raw reasoning; only with <c>show_raw_agent_reasoning</c>.</summary>
public sealed record AgentReasoningRawContentEvent(string Text) : EventMsg;
