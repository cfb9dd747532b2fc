namespace Codex.Protocol.Events;

/// <summary>
/// The record that a call waits for an answer. It is in the rollout before anybody is asked, so that another process can ask
/// again; 0.136.0 passes over such lines.
/// </summary>
/// <param name="CallId">The call; also the id of the question.</param>
/// <param name="TurnId">The turn that waits.</param>
/// <param name="IsRetry">Whether the command of the call has run in its sandbox and is to run again without.</param>
public sealed record ApprovalRequestedEvent(string CallId, string TurnId, bool IsRetry) : EventMsg;
