namespace Codex.Protocol.Events;

/// <summary>More text of an agent message.</summary>
public sealed record AgentMessageDeltaEvent(string TurnId, string ItemId, string Delta) : EventMsg;
