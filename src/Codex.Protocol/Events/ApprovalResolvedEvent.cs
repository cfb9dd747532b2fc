namespace Codex.Protocol.Events;

/// <summary>
/// A question has its answer, or needs none any more because its turn ended: whoever shows it can take it away. Only answers
/// reach the rollout: they keep a tool from running twice.
/// </summary>
/// <param name="CallId">The id of the question.</param>
/// <param name="TurnId">The turn that waited.</param>
/// <param name="Decision">The answer's word; null when the turn ended without one.</param>
public sealed record ApprovalResolvedEvent(string CallId, string TurnId, string? Decision) : EventMsg;
