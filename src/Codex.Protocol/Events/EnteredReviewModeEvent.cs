using Codex.Protocol.Reviews;

namespace Codex.Protocol.Events;

/// <summary>A review began.</summary>
/// <param name="Target">What is reviewed.</param>
/// <param name="UserFacingHint">The same in a few words.</param>
public sealed record EnteredReviewModeEvent(ReviewTarget Target, string? UserFacingHint) : EventMsg;
