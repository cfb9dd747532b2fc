namespace Codex.AppServer.Protocol.Approvals;

/// <summary>Answers <see cref="FileChangeRequestApprovalParams"/>.</summary>
/// <param name="Decision">One of <see cref="FileChangeApprovalDecision"/>.</param>
public sealed record FileChangeRequestApprovalResponse(string Decision);
