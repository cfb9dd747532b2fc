namespace Codex.AppServer.Protocol.Items;

/// <summary>A review ended.</summary>
/// <param name="Id">The turn of the review.</param>
/// <param name="Review">What was found, as text.</param>
public sealed record ExitedReviewModeThreadItem(string Id, string Review) : ThreadItem(Id);
