namespace Codex.Storage.Rollouts;

/// <summary>A call that waited for an answer when its process ended.</summary>
/// <param name="CallId">The call.</param>
/// <param name="TurnId">Its turn.</param>
/// <param name="IsRetry">Whether the command of the call has run in its sandbox and is to run again without.</param>
public sealed record WaitingApproval(string CallId, string TurnId, bool IsRetry);
