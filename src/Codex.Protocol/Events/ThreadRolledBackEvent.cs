namespace Codex.Protocol.Events;

/// <summary>The last turns were dropped from history.</summary>
public sealed record ThreadRolledBackEvent(int NumTurns) : EventMsg;
