namespace Codex.AppServer.Protocol.AutoReviews;

/// <summary>Where the review of an action stands.</summary>
/// <param name="Status"><see cref="GuardianApprovalReviewStatus"/>.</param>
/// <param name="RiskLevel"><c>low</c>, <c>medium</c>, <c>high</c> or <c>critical</c>; null without a verdict.</param>
/// <param name="UserAuthorization"><c>unknown</c>, <c>low</c>, <c>medium</c> or <c>high</c>; null without a verdict.</param>
/// <param name="Rationale">Why; null while it runs.</param>
public sealed record GuardianApprovalReview(string Status, string? RiskLevel = null, string? UserAuthorization = null, string? Rationale = null);
