namespace Codex.Execution.Sessions;

/// <summary>A command that a call starts in a session.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Launch">What to run.</param>
/// <param name="HasTerminal">Whether it gets a terminal and can be written to.</param>
/// <param name="YieldMilliseconds">How long to wait for its end; clamped.</param>
public sealed record CommandStart(string CallId, LaunchRequest Launch, bool HasTerminal, ulong YieldMilliseconds);
