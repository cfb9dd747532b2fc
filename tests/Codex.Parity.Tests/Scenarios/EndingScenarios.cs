using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Running;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Runs that are ended from outside, and disks that refuse.</summary>
public sealed class EndingScenarios
{
    [Fact]
    public Task Interrupted_while_the_model_answers() => BothPrograms.AgreeOnAsync(WhileAnswering("--json"));

    [Fact]
    public Task Interrupted_while_the_model_answers_in_human_form() => BothPrograms.AgreeOnAsync(WhileAnswering("--color=never"));

    [Fact]
    public Task Interrupted_in_the_middle_of_a_stream() => BothPrograms.AgreeOnAsync(Scenario.Json() with
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "hi") with
            {
                During = async side =>
                {
                    await side.Codex.WaitForOutputAsync("half way", TestContext.Current.CancellationToken);
                    side.Codex.Signal(Signals.Interrupt);
                },
            },
        ],
        Script = () => [Model.Says("half way").CutAfter(2, new ReplyStep.Stall(new TaskCompletionSource()))],
    });

    [Fact]
    public Task Terminated_in_the_middle_of_a_stream() => BothPrograms.AgreeOnAsync(Scenario.Json() with
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "hi") with
            {
                During = async side =>
                {
                    await side.Codex.WaitForOutputAsync("half way", TestContext.Current.CancellationToken);
                    side.Codex.Signal(Signals.Terminate);
                },
            },
        ],
        Script = () => [Model.Says("half way").CutAfter(2, new ReplyStep.Stall(new TaskCompletionSource()))],
        Deviations = [new Deviation("CLI-1", Facet.Rollouts, IsWrittenAtTheEnd)],
    });

    [Fact]
    public Task Interrupted_while_a_command_runs() => BothPrograms.AgreeOnAsync(WhileRunning("--json"));

    [Fact]
    public Task Interrupted_while_a_command_runs_in_human_form() => BothPrograms.AgreeOnAsync(WhileRunning("--color=never") with
    {
        Deviations = [new Deviation("CLI-3", Facet.Error, line => line is "" or "begun" || line.Contains("exited -1", StringComparison.Ordinal))],
    });

    [Fact]
    public Task A_home_that_cannot_be_written() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["--json", "-s", "danger-full-access", "hi"], Model.Says("ok")) with
    {
        Wrapper = ["{bwrap}", "--dev-bind", "/", "/", "--ro-bind", "{home}", "{home}", "--"],
    });

    [Fact]
    public Task A_home_on_a_full_disk() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["--json", "-s", "danger-full-access", "hi"], Model.Says("ok")) with
    {
        Wrapper = ["{bwrap}", "--dev-bind", "/", "/", "--size", "8192", "--tmpfs", "{home}/sessions", "--"],
        Home = home => Directory.CreateDirectory(Path.Combine(home, "sessions")),
    });

    [Fact]
    public Task A_home_that_does_not_exist() => BothPrograms.AgreeOnAsync(Scenario.Turn(["hi"], Model.Says("ok")) with
    {
        Environment = new Dictionary<string, string?> { ["CODEX_HOME"] = "{home}/nowhere" },
    });

    [Fact]
    public Task A_directory_that_was_removed() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["--json", "-s", "read-only", "hi"], Model.Says("ok")) with
    {
        Wrapper = ["/bin/sh", "-c", "mkdir gone && cd gone && rmdir ../gone && exec \"$@\"", "sh"],
    });

    private static bool IsWrittenAtTheEnd(string line) =>
        line.Contains("turn_aborted", StringComparison.Ordinal)
        || line.Contains("token_count", StringComparison.Ordinal)
        || line.Contains("half way", StringComparison.Ordinal);

    private static Scenario WhileAnswering(string form) => Scenario.Json() with
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", form, "-s", "danger-full-access", "-o", "last.txt", "hi") with
            {
                During = async side =>
                {
                    await side.Server.WaitForRequestsAsync(2, TestContext.Current.CancellationToken);
                    side.Codex.Signal(Signals.Interrupt);
                },
            },
        ],
        Script = () =>
        [
            Model.Produces(OutputItem.Message("starting"), OutputItem.Exec("c1", "true")),
            Model.Streams("partial").CutAfter(0, new ReplyStep.Stall(new TaskCompletionSource())) with { IsHeadless = true },
        ],
    };

    private static Scenario WhileRunning(string form) => Scenario.Json() with
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", form, "-s", "danger-full-access", "hi") with
            {
                During = async side =>
                {
                    await side.WaitForFileAsync("started", TestContext.Current.CancellationToken);
                    side.Codex.Signal(Signals.Interrupt);
                },
            },
        ],
        Script = () => [Model.Produces(OutputItem.Exec("c1", "echo begun; sleep 0.5; touch started; sleep 30; touch survived"))],
    };
}
