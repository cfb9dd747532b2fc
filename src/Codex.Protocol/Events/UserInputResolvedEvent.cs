namespace Codex.Protocol.Events;

/// <summary>Questions to the user wait no longer: they were answered, or the turn ended.</summary>
/// <param name="CallId">The tool call that asked.</param>
/// <param name="TurnId">The turn.</param>
public sealed record UserInputResolvedEvent(string CallId, string TurnId) : EventMsg;
