namespace Codex.AppServer.Protocol.Approvals;

/// <summary>How long granted permissions hold.</summary>
public static class PermissionGrantScope
{
    /// <summary>Until the turn ends.</summary>
    public const string Turn = "turn";

    /// <summary>As long as the thread is loaded.</summary>
    public const string Session = "session";
}
