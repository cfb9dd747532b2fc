namespace Codex.AppServer.Protocol.Turns;

/// <summary>The states of a turn.</summary>
public static class TurnStatus
{
    /// <summary>Running.</summary>
    public const string InProgress = "inProgress";

    /// <summary>Ended well.</summary>
    public const string Completed = "completed";

    /// <summary>Cut short by the user.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>Ended with an error.</summary>
    public const string Failed = "failed";
}
