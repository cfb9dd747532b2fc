namespace Codex.Protocol.Events;

/// <summary>What a reviewer decided, for the user.</summary>
/// <param name="Message">The verdict and why.</param>
public sealed record GuardianWarningEvent(string Message) : EventMsg;
