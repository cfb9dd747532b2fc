using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Reviews of actions in unattended runs. What reviewers are sent is compared by the scenarios of the app-server.</summary>
public sealed class AutoReviewScenarios
{
    private const string Reviewed = "approvals_reviewer = \"auto_review\"\napproval_policy = \"on-request\"";

    // Whatever the user configured: nobody is asked, and no reviewer either.
    [Fact]
    public Task Unattended_runs_have_nothing_reviewed() => BothPrograms.AgreeOnAsync(Turn(
        ["-c", "features.request_permissions_tool=true", "--json"],
        Escalated("c1", "touch a"),
        Model.Produces(OutputItem.FunctionCall("c2", "request_permissions", """{"permissions":{"network":{"enabled":true}}}""")),
        Model.Says("done")));

    [Theory]
    [InlineData("--json")]
    [InlineData("--color=never")]
    public Task Administrators_can_have_unattended_runs_reviewed(string form) => BothPrograms.AgreeOnAsync(Turn(
        [form],
        Escalated("c1", "touch a"),
        Model.Says("""{"outcome":"allow"}"""),
        Escalated("c2", "touch b"),
        Model.Says("""{"outcome":"deny","risk_level":"high","rationale":"No."}"""),
        Model.Says("done")) with
    {
        Wrapper = OwnMachine.Wrapper,
        Home = static home => OwnMachine.Write(home, OwnMachine.Requirements, "allowed_approval_policies = [\"on-request\"]"),
        Without = [Facet.Requests, Facet.Rollouts],
    });

    private static Scenario Turn(IReadOnlyList<string> arguments, params IReadOnlyList<Reply> script) =>
        Scenario.Turn(["-s", "workspace-write", .. arguments, "go"], script) with { Config = Reviewed };

    private static Reply Escalated(string callId, string command) =>
        Model.Produces(OutputItem.Exec(callId, command, ("sandbox_permissions", "require_escalated"), ("justification", "May I?")));
}
