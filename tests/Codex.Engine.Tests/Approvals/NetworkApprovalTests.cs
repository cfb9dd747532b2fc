using Codex.Execution.Approvals;
using Codex.Execution.Policy.Rules;
using Codex.Protocol.Approvals;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.Protocol.Permissions;
using Codex.TestSupport.Scripts;
using Codex.Tools;

namespace Codex.Engine.Tests.Approvals;

public sealed class NetworkApprovalTests
{
    private static readonly NetworkApprovalRequest s_request = new("Example.com", 443, NetworkProtocol.Https);

    [Fact]
    public async Task Requests_for_one_host_wait_for_one_answer()
    {
        var (asked, first, second) = await AskTwiceAsync(AskForApproval.OnRequest, new ReviewDecision.Approved());

        Assert.Equal(("network#https#example.com#443", "Example.com is not in the allowed_domains"), (asked!.CallId, asked.Reason));
        Assert.Equal(["network-access", "https://Example.com:443"], asked.Command);
        Assert.Equal(["approved", "approved_for_session", "approved_with_network_policy_allow", "abort"], asked.AvailableDecisions.Select(static decision => decision.Word));
        Assert.True(first.IsAllowed && second.IsAllowed);
    }

    [Fact]
    public async Task A_rule_about_the_host_is_saved_and_told()
    {
        await using var thread = new AskedThread();
        var (_, first, _) = await AskTwiceAsync(AskForApproval.OnRequest, new ReviewDecision.NetworkRule(new("example.com", Allows: false)), thread);

        Assert.Equal(NetworkApproval.Denied("rejected by user"), first);
        Assert.Equal(
            "network_rule(host=\"example.com\", protocol=\"https\", decision=\"deny\", justification=\"Deny https_connect access to example.com\")\n",
            File.ReadAllText(thread.RulesFile));
        Assert.Contains("Denied network rule saved in execpolicy (denylist): example.com", thread.Engine.Server.Requests[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_about_another_host_is_a_no()
    {
        await using var thread = new AskedThread();
        var (_, first, _) = await AskTwiceAsync(AskForApproval.OnRequest, new ReviewDecision.NetworkRule(new("evil.com", Allows: true)), thread);

        Assert.False(first.IsAllowed);
        Assert.False(File.Exists(thread.RulesFile));
    }

    [Fact]
    public async Task With_policy_never_nobody_is_asked()
    {
        var (asked, first, _) = await AskTwiceAsync(AskForApproval.Never, new ReviewDecision.Approved());

        Assert.Null(asked);
        Assert.Equal(NetworkApproval.Denied("Network access to \"https://Example.com:443\" was blocked by policy."), first);
    }

    [Fact]
    public async Task Between_turns_nobody_is_asked()
    {
        await using var asked = new AskedThread();
        await using var thread = await asked.Engine.Manager.StartAsync(asked.Options(AskForApproval.OnRequest), EngineFixture.Timeout);
        Assert.False((await thread.Session.NetworkApprovals.AskAsync(s_request, EngineFixture.Timeout)).IsAllowed);
    }

    private static async Task<(ExecApprovalRequestEvent? Asked, NetworkApproval First, NetworkApproval Second)> AskTwiceAsync(
        AskForApproval policy, ReviewDecision decision, AskedThread? given = null)
    {
        var asked = given ?? new AskedThread();
        var tool = new AskingTool();
        asked.Engine.Server.Add(Model.Produces(OutputItem.FunctionCall("c1", "ask", "{}")), Model.Says("done"));
        await using var thread = await asked.Engine.Manager.StartAsync(asked.Options(policy) with { ExtraTools = [tool] }, EngineFixture.Timeout);
        tool.Approvals = thread.Session.NetworkApprovals;
        ExecApprovalRequestEvent? question = null;
        await thread.SubmitAsync(EngineFixture.Say("go"), EngineFixture.Timeout);
        await EngineFixture.ReadTurnAsync(thread, message =>
        {
            if (message is not ExecApprovalRequestEvent request)
                return;
            Assert.Null(question);
            question = request;
            _ = thread.SubmitAsync(new Op.ExecApproval(request.CallId, decision), EngineFixture.Timeout).AsTask();
        });
        if (given is null)
            await asked.DisposeAsync();
        return (question, tool.Answers[0], tool.Answers[1]);
    }

    /// <summary>A tool that wants to reach a host, twice at the same time.</summary>
    private sealed class AskingTool : ITool
    {
        public INetworkApprovals? Approvals { get; set; }

        public NetworkApproval[] Answers { get; private set; } = [];

        public ToolName Name { get; } = new("ask");

        public bool RunsInParallel => false;

        public ToolSpec Describe(ToolContext context) => ToolSpec.Function(Name.Name, "asks", Codex.Tools.Schemas.Schema.Object([]));

        public async ValueTask<ToolOutput> InvokeAsync(ToolCall call, IToolHost host, CancellationToken cancellationToken)
        {
            Answers = await Task.WhenAll(
                Approvals!.AskAsync(s_request, cancellationToken).AsTask(),
                Approvals.AskAsync(s_request with { Host = "example.COM" }, cancellationToken).AsTask());
            return ToolOutput.OfText("asked");
        }
    }
}
