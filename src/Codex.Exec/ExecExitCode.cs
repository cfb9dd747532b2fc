namespace Codex.Exec;

/// <summary>Exit codes of a run.</summary>
public static class ExecExitCode
{
    /// <summary>The turn completed, whatever its commands did.</summary>
    public const int Success = 0;

    /// <summary>Anything went wrong.</summary>
    public const int Failure = 1;

    /// <summary>Ended by SIGTERM.</summary>
    public const int Terminated = 128 + 15;
}
