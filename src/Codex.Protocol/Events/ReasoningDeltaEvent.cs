namespace Codex.Protocol.Events;

/// <summary>More text of a reasoning summary.</summary>
public sealed record ReasoningDeltaEvent(string TurnId, string ItemId, string Delta, long SummaryIndex) : EventMsg;
