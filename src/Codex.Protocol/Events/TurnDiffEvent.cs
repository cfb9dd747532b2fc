namespace Codex.Protocol.Events;

/// <summary>The unified diff of everything the turn's patches changed so far.</summary>
public sealed record TurnDiffEvent(string TurnId, string UnifiedDiff) : EventMsg;
