using Codex.Execution.Policy;
using Codex.Execution.Policy.Rules;
using Codex.Execution.Policy.Rules.Loading;
using Codex.Execution.Tests.Policy.Observed;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Tests.Policy;

public sealed class CommandPolicyTests
{
    private readonly CommandPolicy _policy = new(static () => CommandRules.Empty);

    [Fact]
    public void A_dangerous_command_is_forbidden_when_nobody_can_be_asked()
    {
        var verdict = Assert.IsType<CommandVerdict.Forbidden>(Evaluate(["rm", "-rf", "x"], AskForApproval.Never, PermissionProfile.ReadOnly));

        Assert.Equal("`rm -rf x` rejected: blocked by policy", verdict.Text);
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

    // POL-1: the original takes a here-document with backquotes for harmless. POL-2: it takes a continued word for two.
    private static readonly string[] s_deviating = ["cat <<EOF\n`id`\nEOF", "ec\\\nho x"];

    [Fact]
    public void Untrusted_commands_are_asked_about_with_the_prefix_that_Codex_0_136_proposes() => Assert.Multiple(
        [.. ObservedCommand.All().Where(static observed => !s_deviating.Contains(observed.Script)).Select<ObservedCommand, Action>(observed => () =>
        {
            var verdict = Evaluate(observed.Command, AskForApproval.UnlessTrusted, PermissionProfile.ReadOnly);
            var proposed = verdict is CommandVerdict.Prompt prompt ? prompt.ProposedPrefix?.ToArray() : null;
            Assert.Equal((observed.Script, observed.IsSafe), (observed.Script, verdict is CommandVerdict.Allow));
            Assert.Equal((observed.Script, Text(observed.Amendment)), (observed.Script, Text(proposed)));
        })]);

    [Theory]
    [InlineData("git status", true)]
    [InlineData("git status && git log -1", true)]
    [InlineData("git status && ls", false)]
    [InlineData("git status > x", false)]
    [InlineData("(git status)", false)]
    [InlineData("git status $(ls)", false)]
    [InlineData("/usr/bin/git status", true)]
    [InlineData("/opt/git status", false)]
    [InlineData("git stash", false)]
    public void Only_a_command_that_rules_allow_altogether_leaves_the_sandbox(string script, bool expected) =>
        Assert.Equal(expected, Assert.IsType<CommandVerdict.Allow>(EvaluateWithRules(script, AskForApproval.Never)).LeavesSandbox);

    [Theory]
    [InlineData("touch x", "`/bin/bash -lc 'touch x'` rejected: make it with apply_patch")]
    [InlineData("ls; touch -a x", "`/bin/bash -lc 'ls; touch -a x'` rejected: policy forbids commands starting with `touch -a`")]
    [InlineData("git push", "approval required by policy, but AskForApproval is set to Never")]
    [InlineData("(touch x)", "`/bin/bash -lc '(touch x)'` rejected: make it with apply_patch")]
    [InlineData("if true; then echo $(touch $X); fi", "`/bin/bash -lc 'if true; then echo $(touch $X); fi'` rejected: make it with apply_patch")]
    [InlineData("to\\\nuch x", "`/bin/bash -lc \"to\\\\\nuch x\"` rejected: make it with apply_patch")]
    [InlineData("A=1 touch x > y &", "`/bin/bash -lc 'A=1 touch x > y &'` rejected: make it with apply_patch")]
    [InlineData("cat <<EOF\n`touch x`\nEOF", "`/bin/bash -lc 'cat <<EOF\n`touch x`\nEOF'` rejected: make it with apply_patch")]
    public void Rules_against_a_command_hold_wherever_it_is(string script, string expected) =>
        Assert.Equal(expected, Assert.IsType<CommandVerdict.Forbidden>(EvaluateWithRules(script, AskForApproval.Never)).Text);

    [Fact]
    public void A_question_that_a_rule_demands_says_so()
    {
        var prompt = Assert.IsType<CommandVerdict.Prompt>(EvaluateWithRules("git push origin", AskForApproval.OnRequest));
        Assert.Equal("`/bin/bash -lc 'git push origin'` requires approval: pushes are public", prompt.Reason);
        Assert.Null(prompt.ProposedPrefix);
    }

    [Fact]
    public void Granular_settings_refuse_each_kind_of_question_by_itself()
    {
        var config = new GranularApprovalConfig(SandboxApproval: false, Rules: true, SkillApproval: false, RequestPermissions: false, McpElicitations: true);
        Assert.Equal(
            "approval required by policy, but AskForApproval::Granular.sandbox_approval is false",
            Assert.IsType<CommandVerdict.Forbidden>(EvaluateWithRules("rm -rf x", AskForApproval.ForGranular(config))).Text);
        Assert.IsType<CommandVerdict.Prompt>(EvaluateWithRules("git push", AskForApproval.ForGranular(config)));
        Assert.Equal(
            "approval required by policy rule, but AskForApproval::Granular.rules is false",
            Assert.IsType<CommandVerdict.Forbidden>(EvaluateWithRules("git push", AskForApproval.ForGranular(config with { Rules = false }))).Text);
    }

    [Theory]
    [InlineData("make test", new[] { "make" }, "make")]
    [InlineData("make test && make lint", new[] { "make" }, "make")]
    [InlineData("make test && cargo test", new[] { "make" }, "make test")]
    [InlineData("python3 x.py", new[] { "python3" }, "python3 x.py")]
    [InlineData("python3 x.py", new[] { "python3", "x.py" }, "python3 x.py")]
    [InlineData("make $X", new[] { "make" }, "/bin/bash -lc make $X")]
    public void A_requested_prefix_is_proposed_when_it_settles_the_matter_and_is_not_banned(string script, string[] requested, string expected)
    {
        var context = new CommandPolicyContext(AskForApproval.UnlessTrusted, PermissionProfile.ReadOnly, SandboxPermissions.UseDefault)
        {
            WorkingDirectory = "/ws",
            RequestedPrefix = [.. requested],
        };
        Assert.Equal(expected, string.Join(' ', _policy.Evaluate(["/bin/bash", "-lc", script], context).ProposedPrefix!.Value));
    }

    private static CommandVerdict EvaluateWithRules(string script, AskForApproval approval)
    {
        var reader = new RulesReader();
        reader.Read("test.rules", """
            host_executable(name="git", paths=["/usr/bin/git"])
            prefix_rule(pattern=["git", ["status", "log"]])
            prefix_rule(pattern=["git", "push"], decision="prompt", justification="pushes are public")
            prefix_rule(pattern=["touch"], decision="forbidden", justification="make it with apply_patch")
            prefix_rule(pattern=["touch", "-a"], decision="forbidden")
            """);
        var rules = reader.Build();
        return new CommandPolicy(() => rules).Evaluate(["/bin/bash", "-lc", script], new(approval, PermissionProfile.ReadOnly, SandboxPermissions.UseDefault) { WorkingDirectory = "/ws" });
    }

    private static string? Text(string[]? words) => words is null ? null : string.Join('|', words);

    private CommandVerdict Evaluate(string[] command, AskForApproval approval, PermissionProfile profile, SandboxPermissions? requested = null) =>
        _policy.Evaluate(command, new(approval, profile, requested ?? SandboxPermissions.UseDefault) { WorkingDirectory = "/ws" });
}
