namespace Codex.Protocol.AutoReviews;

/// <summary>Where a review stands (<c>GuardianAssessmentStatus</c>).</summary>
public enum AssessmentStatus
{
    /// <summary>The reviewer is at work.</summary>
    InProgress,

    /// <summary>The action may happen.</summary>
    Approved,

    /// <summary>The action must not happen; so when the review failed.</summary>
    Denied,

    /// <summary>The reviewer took too long, and the action must not happen.</summary>
    TimedOut,

    /// <summary>The turn ended before the review.</summary>
    Aborted,
}
