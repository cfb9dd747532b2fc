namespace Codex.AppServer.Protocol.Turns;

/// <summary>Answer of <c>turn/start</c>: the turn, not yet running.</summary>
public sealed record TurnStartResult(Turn Turn);
