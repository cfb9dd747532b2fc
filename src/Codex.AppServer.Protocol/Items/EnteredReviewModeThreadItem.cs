namespace Codex.AppServer.Protocol.Items;

/// <summary>A review began.</summary>
/// <param name="Id">The turn of the review.</param>
/// <param name="Review">The target in a few words.</param>
public sealed record EnteredReviewModeThreadItem(string Id, string Review) : ThreadItem(Id);
