namespace Codex.Protocol.Events;

/// <summary>A new part of a reasoning summary begins.</summary>
public sealed record ReasoningSectionBreakEvent(string TurnId, string ItemId, long SummaryIndex) : EventMsg;
