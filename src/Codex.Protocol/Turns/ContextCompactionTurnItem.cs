namespace Codex.Protocol.Turns;

/// <summary>The conversation is replaced by a summary.</summary>
public sealed record ContextCompactionTurnItem(string Id) : TurnItem(Id);
