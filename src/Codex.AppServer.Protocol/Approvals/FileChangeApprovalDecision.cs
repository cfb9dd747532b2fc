namespace Codex.AppServer.Protocol.Approvals;

/// <summary>The answers to a question about a patch.</summary>
public static class FileChangeApprovalDecision
{
    /// <summary>This once.</summary>
    public const string Accept = "accept";

    /// <summary>This, and the same files again while the thread is loaded.</summary>
    public const string AcceptForSession = "acceptForSession";

    /// <summary>Not this; the turn goes on.</summary>
    public const string Decline = "decline";

    /// <summary>Not this, and the turn ends.</summary>
    public const string Cancel = "cancel";
}
