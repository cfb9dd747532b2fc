using Codex.Execution.Policy;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Tests.Policy;

public sealed class CommandPolicyTests
{
    private readonly HeuristicCommandPolicy _policy = new();

    [Fact]
    public void A_dangerous_command_is_forbidden_when_nobody_can_be_asked()
    {
        var verdict = Assert.IsType<CommandVerdict.Forbidden>(Evaluate(["rm", "-rf", "x"], AskForApproval.Never, PermissionProfile.ReadOnly));

        Assert.Equal("`rm -rf x` rejected: blocked by policy", verdict.Describe("rm -rf x"));
    }

    [Fact]
    public void A_dangerous_command_runs_when_the_sandbox_was_switched_off() =>
        Assert.IsType<CommandVerdict.Allow>(Evaluate(["rm", "-rf", "x"], AskForApproval.Never, new PermissionProfile.Disabled()));

    [Fact]
    public void A_dangerous_command_is_asked_about_otherwise() =>
        Assert.IsType<CommandVerdict.Prompt>(Evaluate(["rm", "-rf", "x"], AskForApproval.OnRequest, PermissionProfile.ReadOnly));

    [Fact]
    public void Ordinary_commands_run_in_the_sandbox()
    {
        Assert.IsType<CommandVerdict.Allow>(Evaluate(["ls"], AskForApproval.Never, PermissionProfile.ReadOnly));
        Assert.IsType<CommandVerdict.Allow>(Evaluate(["ls"], AskForApproval.OnRequest, PermissionProfile.ReadOnly));
        Assert.IsType<CommandVerdict.Prompt>(Evaluate(["make"], AskForApproval.UnlessTrusted, PermissionProfile.ReadOnly));
    }

    [Fact]
    public void Leaving_the_sandbox_is_asked_about_where_there_is_one()
    {
        Assert.IsType<CommandVerdict.Prompt>(Evaluate(["ls"], AskForApproval.OnRequest, PermissionProfile.ReadOnly, SandboxPermissions.RequireEscalated));
        Assert.IsType<CommandVerdict.Allow>(Evaluate(["ls"], AskForApproval.OnRequest, new PermissionProfile.Disabled(), SandboxPermissions.RequireEscalated));
    }

    [Fact]
    public void Asking_to_leave_the_sandbox_is_refused_with_the_originals_words_unless_the_policy_is_on_request()
    {
        Assert.Equal(
            "approval policy is Never; reject command — you cannot ask for escalated permissions if the approval policy is Never",
            EscalationRequests.Refusal(SandboxPermissions.RequireEscalated, AskForApproval.Never, "cannot"));
        Assert.Null(EscalationRequests.Refusal(SandboxPermissions.RequireEscalated, AskForApproval.OnRequest, "cannot"));
        Assert.Null(EscalationRequests.Refusal(SandboxPermissions.UseDefault, AskForApproval.Never, "cannot"));
    }

    private CommandVerdict Evaluate(string[] command, AskForApproval approval, PermissionProfile profile, SandboxPermissions? requested = null) =>
        _policy.Evaluate(command, new(approval, profile, requested ?? SandboxPermissions.UseDefault));
}
