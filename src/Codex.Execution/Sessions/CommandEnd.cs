namespace Codex.Execution.Sessions;

/// <summary>How a command ended.</summary>
/// <param name="SessionId">Its session; null for a command without one.</param>
/// <param name="ExitCode">The exit code that is shown.</param>
/// <param name="Output">All it printed, the middle dropped beyond a megabyte.</param>
/// <param name="Duration">From start to end.</param>
public sealed record CommandEnd(int? SessionId, int ExitCode, string Output, TimeSpan Duration);
