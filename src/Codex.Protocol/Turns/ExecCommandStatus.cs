namespace Codex.Protocol.Turns;

/// <summary>Outcome of a command.</summary>
public enum ExecCommandStatus
{
    /// <summary>Still running.</summary>
    InProgress,

    /// <summary>Ended with exit code 0.</summary>
    Completed,

    /// <summary>Ended with another exit code.</summary>
    Failed,

    /// <summary>Refused by the user or by policy.</summary>
    Declined,
}
