namespace Codex.AppServer.Protocol.Turns;

/// <summary>Answer of <c>turn/steer</c>.</summary>
/// <param name="TurnId">The turn that took the input.</param>
public sealed record TurnSteerResult(string TurnId);
