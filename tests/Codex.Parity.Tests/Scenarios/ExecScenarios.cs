using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>What a run without a user decides by itself, and which threads it finds.</summary>
public sealed class ExecScenarios
{
    [Theory]
    [InlineData("last", "--last")]
    [InlineData("last_all", "--last", "--all")]
    [InlineData("name", "first words")]
    [InlineData("name_all", "first words", "--all")]
    [InlineData("missing_all", "other words", "--all")]
    public Task Resuming_from_another_directory(string name, params string[] target) => BothPrograms.AgreeOnAsync(new Scenario
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "-s", "read-only", "first words") with { Directory = "a" },
            Invocation.Exec(["resume", .. target, "--skip-git-repo-check", "--json", "second"]) with { Directory = "b" },
        ],
        Script = () => [Model.Says("one"), Model.Says("two")],
        Workspace = workspace =>
        {
            Directory.CreateDirectory(Path.Combine(workspace, "a"));
            Directory.CreateDirectory(Path.Combine(workspace, "b"));
        },
        // Two threads of one second have no order in their names.
        Without = [Facet.Rollouts],
    }, $"resume_elsewhere_{name}");

    [Theory]
    [InlineData("question", "request_user_input", """{"questions":[{"id":"q","header":"h","question":"Which?","options":[{"label":"a","description":"b"},{"label":"c","description":"d"}]}]}""")]
    [InlineData("escalation", "exec_command", """{"cmd":"echo hi","sandbox_permissions":"require_escalated","justification":"why not"}""")]
    public Task What_would_need_a_user_is_refused(string name, string tool, string arguments) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["--json", "-s", "read-only", "hi"], Model.Produces(OutputItem.FunctionCall("c1", tool, arguments)), Model.Says("ok")) with
        { Config = "approval_policy = \"on-request\"" },
        $"refused_{name}");

    [Theory]
    [InlineData("json", "--json")]
    [InlineData("human")]
    public Task Hooks_without_review(string name, params string[] arguments) => BothPrograms.AgreeOnAsync(
        Scenario.Turn([.. arguments, "-s", "read-only", "--dangerously-bypass-hook-trust", "hi"], Model.Says("ok")), $"hook_trust_{name}");
}
