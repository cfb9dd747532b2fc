namespace Codex.Protocol.Events;

/// <summary>More text of a proposed plan.</summary>
public sealed record PlanDeltaEvent(string TurnId, string ItemId, string Delta) : EventMsg;
