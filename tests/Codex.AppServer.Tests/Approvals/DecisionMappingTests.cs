using System.Text.Json;
using Codex.AppServer.Approvals;
using Codex.AppServer.Projection;
using Codex.AppServer.Protocol;
using Codex.AppServer.Protocol.Approvals;
using Codex.AppServer.Protocol.Connections;
using Codex.Protocol.Approvals;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using NetworkRule = Codex.Protocol.Approvals.NetworkPolicyAmendment;

namespace Codex.AppServer.Tests.Approvals;

public sealed class DecisionMappingTests
{
    public static TheoryData<ReviewDecision, string> Decisions => new()
    {
        { new ReviewDecision.Approved(), "\"accept\"" },
        { new ReviewDecision.ApprovedForSession(), "\"acceptForSession\"" },
        { new ReviewDecision.ApprovedWithRule(["git", "push"]), """{"acceptWithExecpolicyAmendment":{"execpolicy_amendment":["git","push"]}}""" },
        { new ReviewDecision.NetworkRule(new NetworkRule("a.b", Allows: true)), """{"applyNetworkPolicyAmendment":{"network_policy_amendment":{"host":"a.b","action":"allow"}}}""" },
        { new ReviewDecision.NetworkRule(new NetworkRule("a.b", Allows: false)), """{"applyNetworkPolicyAmendment":{"network_policy_amendment":{"host":"a.b","action":"deny"}}}""" },
        { new ReviewDecision.Denied(), "\"decline\"" },
        { new ReviewDecision.Abort(), "\"cancel\"" },
    };

    [Theory]
    [MemberData(nameof(Decisions), DisableDiscoveryEnumeration = true)]
    public void A_decision_has_a_name_for_clients_and_is_understood_when_they_answer_with_it(ReviewDecision decision, string expected)
    {
        var offered = ApprovalProjection.Map(Asked(decision), "thread").AvailableDecisions.Single();
        var answer = new CommandExecutionRequestApprovalResponse(offered);
        var json = JsonSerializer.Serialize(answer, AppServerJson.Default.CommandExecutionRequestApprovalResponse);
        Assert.Equal($$"""{"decision":{{expected}}}""", json);

        var read = JsonSerializer.Deserialize(json, AppServerJson.Default.CommandExecutionRequestApprovalResponse);
        var op = ApprovalAnswers.Read(CommandExecutionRequestApprovalParams.Method, "question", new ServerRequestAnswer(0, read));
        var taken = Assert.IsType<Op.ExecApproval>(op).Decision;
        Assert.Equal(expected, Wire(taken));
    }

    [Fact]
    public void An_error_is_a_no() => Assert.IsType<ReviewDecision.Denied>(Assert.IsType<Op.ExecApproval>(ApprovalAnswers.Read(
        CommandExecutionRequestApprovalParams.Method, "question", new ServerRequestAnswer(0, null, new JsonRpcError(-1, "no")))).Decision);

    private static string Wire(ReviewDecision decision)
    {
        var answer = new CommandExecutionRequestApprovalResponse(ApprovalProjection.Map(Asked(decision), "thread").AvailableDecisions.Single());
        return JsonSerializer.Serialize(answer, AppServerJson.Default.CommandExecutionRequestApprovalResponse)["{\"decision\":".Length..^1];
    }

    private static ExecApprovalRequestEvent Asked(ReviewDecision decision) => new()
    {
        CallId = "call",
        TurnId = "turn",
        StartedAtMilliseconds = 0,
        Command = ["ls"],
        WorkingDirectory = "/",
        AvailableDecisions = [decision],
    };
}
