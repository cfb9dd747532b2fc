using Codex.Platform.Processes;

namespace Codex.Execution.Sessions;

/// <summary>A command that ran to its end, or to its time limit.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="TimedOut">Whether the limit ended it.</param>
/// <param name="Output">Standard output, then standard error, a megabyte at most.</param>
/// <param name="Duration">From start to end.</param>
public sealed record CapturedRun(ExitStatus Status, bool TimedOut, byte[] Output, TimeSpan Duration)
{
    /// <summary>Whether the command ran inside permissions, so that its failure may be theirs.</summary>
    public bool IsSandboxed { get; init; }
}
