using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Command lines that are wrong, and other names under which the executable is started.</summary>
public sealed class CommandLineScenarios
{
    private const string Patch = "*** Begin Patch\n*** Add File: made.txt\n+made\n*** Update File: a.txt\n@@\n-alpha\n+ALPHA\n*** End Patch";

    [Theory]
    [InlineData("unknown_flag", "exec", "--bogus", "hi")]
    [InlineData("missing_value", "exec", "-C")]
    [InlineData("bad_sandbox", "exec", "-s", "sometimes", "hi")]
    [InlineData("bad_colour", "exec", "--color", "sometimes", "hi")]
    [InlineData("two_prompts", "exec", "one", "two")]
    [InlineData("flag_after_resume", "exec", "resume", "--last", "-s", "read-only")]
    public Task A_command_line_that_is_wrong(string name, params string[] arguments) => BothPrograms.AgreeOnAsync(
        new Scenario { Runs = [new Invocation { Arguments = arguments }] }, $"usage_{name}");

    [Fact]
    public Task The_short_name_of_exec() => BothPrograms.AgreeOnAsync(Scenario.Json(Model.Says("ok")) with
    {
        Runs = [new Invocation { Arguments = ["e", "--skip-git-repo-check", "--json", "-s", "read-only", "hi"] }],
    });

    [Fact]
    public Task Root_options_before_exec() => BothPrograms.AgreeOnAsync(Scenario.Json(Model.Says("ok")) with
    {
        Runs =
        [
            new Invocation
            {
                Arguments = ["-m", "gpt-5.4", "-s", "read-only", "-c", "model_verbosity=\"high\"", "exec", "--skip-git-repo-check", "hi"],
            },
        ],
    });

    [Theory]
    [InlineData("applies", Patch)]
    [InlineData("fails", "*** Begin Patch\n*** Update File: missing.txt\n@@\n-a\n+b\n*** End Patch")]
    [InlineData("nonsense", "nonsense")]
    public Task As_apply_patch_with_an_argument(string name, string patch) => BothPrograms.AgreeOnAsync(
        Patching(new Invocation { Arguments = [patch] }), $"apply_patch_argument_{name}");

    [Fact]
    public Task As_apply_patch_with_stdin() => BothPrograms.AgreeOnAsync(Patching(new Invocation { Arguments = [] }.WithInput(Patch)));

    [Fact]
    public Task As_apply_patch_with_nothing() => BothPrograms.AgreeOnAsync(Patching(new Invocation { Arguments = [] }));

    [Fact]
    public Task As_apply_patch_with_too_much() => BothPrograms.AgreeOnAsync(Patching(new Invocation { Arguments = ["one", "two"] }));

    [Fact]
    public Task The_first_argument_that_runs_apply_patch() => BothPrograms.AgreeOnAsync(
        Patching(new Invocation { Arguments = ["--codex-run-as-apply-patch", Patch] }) with { Wrapper = [] });

    private static Scenario Patching(Invocation invocation) => new()
    {
        Runs = [invocation],
        Wrapper = ["/bin/bash", "-c", "exec -a apply_patch \"$@\"", "bash"],
        Workspace = workspace => File.WriteAllText(Path.Combine(workspace, "a.txt"), "alpha\nbeta\n"),
    };
}
