namespace Codex.AppServer.Protocol.AutoReviews;

/// <summary>The states of a review.</summary>
public static class GuardianApprovalReviewStatus
{
    /// <summary>The reviewer is at work.</summary>
    public const string InProgress = "inProgress";

    /// <summary>The action may happen.</summary>
    public const string Approved = "approved";

    /// <summary>The action must not happen.</summary>
    public const string Denied = "denied";

    /// <summary>The reviewer took too long, and the action must not happen.</summary>
    public const string TimedOut = "timedOut";

    /// <summary>The turn ended before the review.</summary>
    public const string Aborted = "aborted";
}
