using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.AutoReviews;

/// <summary>An action is being reviewed.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="TurnId">The turn.</param>
/// <param name="StartedAtMs">When the review began, in milliseconds since 1970.</param>
/// <param name="ReviewId">The review.</param>
/// <param name="TargetItemId">The item that is reviewed; null for a network access.</param>
/// <param name="Review">Where it stands.</param>
/// <param name="Action">What is reviewed.</param>
public sealed record ItemGuardianApprovalReviewStartedNotification(
    string ThreadId, string TurnId, long StartedAtMs, string ReviewId, string? TargetItemId, GuardianApprovalReview Review, GuardianApprovalReviewAction Action)
    : ServerNotification("item/autoApprovalReview/started");
