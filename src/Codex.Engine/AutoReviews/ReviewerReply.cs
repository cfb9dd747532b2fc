namespace Codex.Engine.AutoReviews;

/// <summary>What came of asking a reviewer.</summary>
/// <param name="Answer">Its last words; null when it said none.</param>
/// <param name="Problem">Why there is no answer, when something went wrong.</param>
internal sealed record ReviewerReply(string? Answer, string? Problem);
