namespace Codex.AppServer.Protocol.Approvals;

/// <summary>Answers <see cref="CommandExecutionRequestApprovalParams"/>.</summary>
/// <param name="Decision">The answer.</param>
public sealed record CommandExecutionRequestApprovalResponse(CommandExecutionApprovalDecision Decision);
