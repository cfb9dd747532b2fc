namespace Codex.AppServer.Protocol.Turns;

/// <summary>Parameters of <c>turn/interrupt</c>.</summary>
public sealed record TurnInterruptParams(string ThreadId, string TurnId);
