namespace Codex.Execution.Sessions;

/// <summary>What a call to a session answers.</summary>
/// <param name="CallId">The call that started the command.</param>
/// <param name="Output">What it printed since the last call.</param>
/// <param name="WallTime">How long this call waited.</param>
/// <param name="SessionId">The session, while the command runs; null when it has ended.</param>
/// <param name="ExitCode">The exit code, when it has ended.</param>
public sealed record SessionAnswer(string CallId, CommandOutput Output, TimeSpan WallTime, int? SessionId, int? ExitCode)
{
    /// <summary>Whether the command ran inside permissions, so that its failure may be theirs.</summary>
    public bool IsSandboxed { get; init; }
}
