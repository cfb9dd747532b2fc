namespace Codex.Platform.Processes;

/// <summary>How a program ended. Both members are null when the system no longer knows.</summary>
/// <param name="Code">The exit code; null when a signal ended it.</param>
/// <param name="Signal">The signal that ended it, or null.</param>
public sealed record ExitStatus(int? Code, int? Signal)
{
    /// <summary>The end of a program that somebody else has collected.</summary>
    public static ExitStatus Unknown { get; } = new(null, null);

    /// <summary>One number, as a shell tells it: the code, 128 plus the signal, or -1 when unknown.</summary>
    public int ShellCode => Code ?? (Signal is { } signal ? 128 + signal : -1);
}
