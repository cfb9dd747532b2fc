using Codex.Parity.Tests.Harness.AppServer;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>What clients ask of a thread besides turns: rollback, commands of the user, steering, compaction.</summary>
public sealed class OperationScenarios
{
    // Runs until the client lets it go on, and a little longer: so that what happens beside it is over before.
    private const string Waits = "until [ -f go ]; do sleep 0.05; done; sleep 0.5";

    [Fact]
    public Task Turns_that_are_taken_back() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () => [Model.Says("one"), Model.Says("two"), Model.Says("three"), Model.Says("four"), Model.Says("five")],
        Steps =
        [
            AppServerStep.Turn("one"),
            AppServerStep.Turn("two"),
            AppServerStep.Turn("three", ",\"model\":\"gpt-5.4\",\"approvalPolicy\":\"on-request\""),
            RollBack(2),
            AppServerStep.Turn("four"),
            RollBack(1),
            AppServerStep.Turn("five"),
        ],
    });

    [Fact]
    public Task All_turns_are_taken_back() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () => [Model.Says("one"), Model.Says("two"), Model.Says("three")],
        Steps = [AppServerStep.Turn("one"), AppServerStep.Turn("two"), RollBack(9), AppServerStep.Turn("three")],
    });

    [Fact]
    public Task A_command_of_the_user() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () => [Model.Says("one"), Model.Says("two")],
        Steps =
        [
            Shell("echo hi; exit 3"),
            AppServerStep.Turn("one"),
            Shell("echo wrong >&2"),
            Shell("true"),
            Shell("  ") with { Until = null },
            AppServerStep.Turn("two"),
        ],
    });

    [Fact]
    public Task A_command_of_the_user_that_is_interrupted() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () => [Model.Says("one")],
        Steps =
        [
            Shell("sleep 60") with { Until = "item/started" },
            new AppServerStep("turn/interrupt", """{"threadId":"{thread}","turnId":"{turn}"}""", "turn/completed"),
            AppServerStep.Turn("one"),
        ],
    });

    [Fact]
    public Task A_command_of_the_user_beside_a_turn() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = Working,
        Steps = [AppServerStep.Begin("go") with { Until = "item/started|commandExecution" }, Shell("echo beside; touch go") with { Until = "turn/completed" }, AppServerStep.Turn("more")],
    });

    [Fact]
    public Task A_turn_that_is_steered() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = Working,
        Steps =
        [
            Steer("{turn}", "too early"),
            AppServerStep.Begin("go") with { Until = "item/started|commandExecution" },
            Steer("{turn}x", "another"),
            Steer("{turn}", "and this"),
            new AppServerStep("turn/steer", """{"threadId":"{thread}","expectedTurnId":"{turn}","input":[]}"""),
            new AppServerStep("turn/steer", """{"threadId":"{thread}","expectedTurnId":"","input":[]}"""),
            Shell("touch go"),
            AppServerStep.Turn("more"),
        ],
    });

    [Fact]
    public Task A_compaction_that_is_asked_for() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () => [Model.Says("one"), Model.Says("the summary"), Model.Says("two")],
        Steps =
        [
            AppServerStep.Turn("one"),
            new AppServerStep("thread/compact/start", """{"threadId":"{thread}"}""", "turn/completed"),
            AppServerStep.Turn("two"),
        ],
    });

    private static IReadOnlyList<Reply> Working() => [Model.Produces(OutputItem.Exec("c1", Waits)), Model.Says("done"), Model.Says("more")];

    private static AppServerStep RollBack(int turns) => new("thread/rollback", $$"""{"threadId":"{thread}","numTurns":{{turns}}}""");

    private static AppServerStep Shell(string command) =>
        new("thread/shellCommand", $$"""{"threadId":"{thread}","command":"{{command}}"}""", "turn/completed");

    private static AppServerStep Steer(string turn, string text) => new("turn/steer", SteerParameters(turn, text));

    private static string SteerParameters(string turn, string text) =>
        $$"""{"threadId":"{thread}","expectedTurnId":"{{turn}}","input":[{"type":"text","text":"{{text}}"}]}""";
}
