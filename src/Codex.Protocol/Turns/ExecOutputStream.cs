namespace Codex.Protocol.Turns;

/// <summary>Where a piece of command output came from.</summary>
public enum ExecOutputStream
{
    /// <summary>Standard output, or a terminal.</summary>
    Stdout,

    /// <summary>Standard error.</summary>
    Stderr,
}
