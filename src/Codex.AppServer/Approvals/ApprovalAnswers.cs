using Codex.AppServer.Projection;
using Codex.AppServer.Protocol.Approvals;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Questions;
using Codex.Protocol.Approvals;
using Codex.Protocol.Operations;
using NetworkRule = Codex.Protocol.Approvals.NetworkPolicyAmendment;
using WireNetworkRule = Codex.AppServer.Protocol.Approvals.NetworkPolicyAmendment;

namespace Codex.AppServer.Approvals;

/// <summary>What the answers of clients mean to the engine. An error, or an answer of the wrong kind, is a no.</summary>
internal static class ApprovalAnswers
{
    public static Op Read(string method, string questionId, ServerRequestAnswer answer) => method switch
    {
        ToolRequestUserInputParams.Method => QuestionProjection.Read(questionId, answer),
        PermissionsRequestApprovalParams.Method => PermissionsProjection.Read(questionId, answer),
        FileChangeRequestApprovalParams.Method => new Op.PatchApproval(
            questionId, answer.Result is FileChangeRequestApprovalResponse response ? Map(response.Decision) : new ReviewDecision.Denied()),
        _ => new Op.ExecApproval(
            questionId, answer.Result is CommandExecutionRequestApprovalResponse response ? Map(response.Decision) : new ReviewDecision.Denied()),
    };

    private static ReviewDecision Map(CommandExecutionApprovalDecision decision) => decision switch
    {
        CommandExecutionApprovalDecision.Accept => new ReviewDecision.Approved(),
        CommandExecutionApprovalDecision.AcceptForSession => new ReviewDecision.ApprovedForSession(),
        CommandExecutionApprovalDecision.AcceptWithExecpolicyAmendment rule => new ReviewDecision.ApprovedWithRule(rule.ExecpolicyAmendment),
        CommandExecutionApprovalDecision.ApplyNetworkPolicyAmendment { NetworkPolicyAmendment: var rule } => new ReviewDecision.NetworkRule(
            new NetworkRule(rule.Host, rule.Action == WireNetworkRule.Allow)),
        CommandExecutionApprovalDecision.Cancel => new ReviewDecision.Abort(),
        _ => new ReviewDecision.Denied(),
    };

    private static ReviewDecision Map(string decision) => decision switch
    {
        FileChangeApprovalDecision.Accept => new ReviewDecision.Approved(),
        FileChangeApprovalDecision.AcceptForSession => new ReviewDecision.ApprovedForSession(),
        FileChangeApprovalDecision.Cancel => new ReviewDecision.Abort(),
        _ => new ReviewDecision.Denied(),
    };
}
