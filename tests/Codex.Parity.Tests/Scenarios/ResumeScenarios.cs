using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Threads that go on in a second process, of the same program or of the other.</summary>
public sealed class ResumeScenarios
{
    private static readonly Invocation s_first = Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "begin");
    private static readonly Invocation s_last = Resume("--last", "go on");

    [Fact]
    public Task The_last_thread_goes_on() => BothPrograms.AgreeOnAsync(Two(s_first, s_last));

    [Fact]
    public Task What_0_136_0_wrote_is_resumed_by_us() => BothPrograms.AgreeOnAsync(Two(s_first with { RealOnBothSides = true }, s_last));

    [Fact]
    public Task What_we_wrote_is_resumed_by_0_136_0() => BothPrograms.AgreeOnAsync(Two(s_first, s_last with { RealOnBothSides = true }));

    [Fact]
    public Task A_thread_is_resumed_by_its_id() => BothPrograms.AgreeOnAsync(Two(
        s_first, Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "resume", "{thread}", "go on")));

    [Fact]
    public Task A_thread_is_resumed_by_its_title() => BothPrograms.AgreeOnAsync(Two(
        s_first, Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "resume", "begin", "go on")));

    [Fact]
    public Task Resuming_in_human_form_with_another_sandbox_and_model() => BothPrograms.AgreeOnAsync(Two(
        s_first, Invocation.Exec("--skip-git-repo-check", "-s", "read-only", "-m", "gpt-5.4", "resume", "--last", "go on")));

    [Fact]
    public Task A_resume_prompt_from_stdin() => BothPrograms.AgreeOnAsync(Two(s_first, Resume("--last", "-").WithInput("from stdin\n")));

    [Fact]
    public Task Stdin_is_not_appended_to_a_resume_prompt() =>
        BothPrograms.AgreeOnAsync(Two(s_first, Resume("--last", "go on").WithInput("ignored\n")));

    [Fact]
    public Task No_thread_to_resume_starts_a_new_one() => BothPrograms.AgreeOnAsync(Scenario.Json(Model.Says("new")) with { Runs = [s_last] });

    [Fact]
    public Task A_thread_that_failed_goes_on() => BothPrograms.AgreeOnAsync(Scenario.Json() with
    {
        Runs = [s_first, s_last],
        Script = () => [Model.Produces(OutputItem.Exec("c1", "echo hi")), Reply.WithStatus(400, "no"), Model.Says("better")],
    });

    [Fact]
    public Task A_thread_that_was_interrupted_goes_on() => BothPrograms.AgreeOnAsync(Scenario.Json() with
    {
        Runs = [s_first with { During = InterruptCommandAsync }, s_last],
        Script = () => [Model.Produces(OutputItem.Exec("c1", "sleep 0.5; touch started; sleep 30")), Model.Says("better")],
    });

    [Fact]
    public Task A_thread_whose_last_line_is_torn_goes_on() => BothPrograms.AgreeOnAsync(Two(
        s_first, s_last with { Before = (_, home) => Append(home, "{\"timestamp\":\"2026-01-01T00:00:00.000Z\",\"type\":\"event_m") }) with
    { Without = [Facet.Rollouts] });

    [Fact]
    public Task Lines_that_mean_nothing_are_skipped() => BothPrograms.AgreeOnAsync(Two(
        s_first, s_last with { Before = (_, home) => Append(home, "\nnot json\n{\"type\":\"hologram\",\"payload\":{}}\n[]\n") }));

    [Fact]
    public Task Three_turns_in_three_processes() => BothPrograms.AgreeOnAsync(Scenario.Json() with
    {
        Runs = [s_first, s_last, s_last],
        Script = () => [Model.Says("one"), Model.Produces(OutputItem.Exec("c1", "echo hi")), Model.Says("two"), Model.Says("three")],
    });

    private static Invocation Resume(params string[] arguments) =>
        Invocation.Exec(["--skip-git-repo-check", "--json", "-s", "danger-full-access", "resume", .. arguments]);

    private static Scenario Two(Invocation first, Invocation second) => Scenario.Json() with
    {
        Runs = [first, second],
        Script = () =>
        [
            Model.Produces(OutputItem.Reasoning("rs_1", "thinking"), OutputItem.Exec("c1", "echo hi")),
            Model.Produces(OutputItem.Patch("c2", "*** Begin Patch\n*** Add File: n.txt\n+n\n*** End Patch")),
            Model.Says("first answer"),
            Model.Says("second answer"),
        ],
    };

    private static async Task InterruptCommandAsync(LiveSide side)
    {
        await side.WaitForFileAsync("started", TestContext.Current.CancellationToken);
        side.Codex.Signal(Codex.TestSupport.Running.Signals.Interrupt);
    }

    private static void Append(string home, string text) =>
        File.AppendAllText(Directory.GetFiles(Path.Combine(home, "sessions"), "*.jsonl", SearchOption.AllDirectories).Single(), text);
}
