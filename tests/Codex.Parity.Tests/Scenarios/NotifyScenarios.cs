using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>The program that is started when a turn is over.</summary>
public sealed class NotifyScenarios
{
    private const string Program = "#!/bin/sh\nsleep 0.3\n{ for word; do printf '%s\\n' \"$word\"; done; pwd; } >> \"$(dirname \"$0\")/said\"\nmv \"$(dirname \"$0\")/said\" \"$(dirname \"$0\")/told\"\n";
    private const string Notify = "notify = [\"{ws}/tell\", \"an argument\"]";

    [Fact]
    public Task A_turn_that_ends() => BothPrograms.AgreeOnAsync(Told(
        Scenario.Json(Model.Produces(OutputItem.Exec("c1", "echo hi")), Model.Says("the \"answer\"\né"))));

    [Fact]
    public Task An_answer_without_words() => BothPrograms.AgreeOnAsync(Told(Scenario.Json(Model.Says(""))));

    [Fact]
    public Task A_turn_that_fails() => BothPrograms.AgreeOnAsync(Scenario.Json(Codex.TestSupport.Http.Reply.WithStatus(400, "no")) with
    {
        Config = Notify,
        Workspace = Write,
    });

    [Fact]
    public Task A_program_that_is_missing() => BothPrograms.AgreeOnAsync(Scenario.Json(Model.Says("ok")) with { Config = "notify = [\"/nope\"]" });

    [Fact]
    public Task No_program() => BothPrograms.AgreeOnAsync(Scenario.Json(Model.Says("ok")) with { Config = "notify = []" });

    private static Scenario Told(Scenario scenario) => scenario with
    {
        Config = Notify,
        Workspace = Write,
        Runs = [.. scenario.Runs.Select(static run => run with { During = static side => side.WaitForFileAsync("told", TestContext.Current.CancellationToken) })],
    };

    private static void Write(string workspace)
    {
        var path = Path.Combine(workspace, "tell");
        File.WriteAllText(path, Program);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
