namespace Codex.Protocol.Events;

/// <summary>More raw reasoning text.</summary>
public sealed record ReasoningRawDeltaEvent(string TurnId, string ItemId, string Delta, long ContentIndex) : EventMsg;
