namespace Codex.AppServer.Protocol.Turns;

/// <summary>Answer of <c>turn/interrupt</c>: an empty object.</summary>
public sealed record TurnInterruptResult;
