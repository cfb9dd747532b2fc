using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.AutoReviews;

/// <summary>The review of an action is over.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="TurnId">The turn.</param>
/// <param name="StartedAtMs">When the review began, in milliseconds since 1970.</param>
/// <param name="CompletedAtMs">When it ended, in milliseconds since 1970.</param>
/// <param name="ReviewId">The review.</param>
/// <param name="TargetItemId">The item that was reviewed; null for a network access.</param>
/// <param name="DecisionSource">Who decided: <c>agent</c>.</param>
/// <param name="Review">How it ended.</param>
/// <param name="Action">What was reviewed.</param>
public sealed record ItemGuardianApprovalReviewCompletedNotification(
    string ThreadId,
    string TurnId,
    long StartedAtMs,
    long CompletedAtMs,
    string ReviewId,
    string? TargetItemId,
    string DecisionSource,
    GuardianApprovalReview Review,
    GuardianApprovalReviewAction Action) : ServerNotification("item/autoApprovalReview/completed")
{
    /// <summary>The only one who decides so far.</summary>
    public const string Agent = "agent";
}
