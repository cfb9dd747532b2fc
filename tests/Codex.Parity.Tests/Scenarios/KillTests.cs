using System.Text.Json.Nodes;
using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Files;
using Codex.TestSupport.Running;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Our program is killed without a chance to clean up.</summary>
public sealed class KillTests
{
    // Deaf to polite signals, with a child in front and one behind. The pause keeps the kill out of the start of the command: on a
    // busy machine that may still be under way when the command runs, and such a kill is documented as not covered.
    private const string Deaf = "trap '' TERM HUP INT; (sleep 300; true) & sleep 0.4; touch started; sleep 300; true";

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("CODEX_KILL_ROUNDS"), out var rounds) ? rounds : 4;

    [Theory]
    [InlineData("danger-full-access", false)]
    [InlineData("danger-full-access", true)]
    [InlineData("workspace-write", false)]
    [InlineData("workspace-write", true)]
    public Task No_command_survives_a_killed_codex(string sandbox, bool terminal) =>
        AssertNothingSurvivesAsync(Killed(sandbox, [OutputItem.Exec("c1", Deaf, ("tty", terminal))]));

    [Theory]
    [InlineData("danger-full-access", false)]
    [InlineData("danger-full-access", true)]
    [InlineData("workspace-write", true)]
    public Task No_command_in_the_background_survives_a_killed_codex(string sandbox, bool terminal) => AssertNothingSurvivesAsync(Killed(
        sandbox,
        [
            OutputItem.Exec("c1", Deaf.Replace("touch started", "touch earlier", StringComparison.Ordinal), ("tty", terminal), ("yield_time_ms", 250)),
            OutputItem.Exec("c2", Deaf, ("tty", false)),
        ]));

    [Fact]
    public Task No_command_of_the_shell_tool_survives_a_killed_codex() => AssertNothingSurvivesAsync(
        Killed("danger-full-access", [OutputItem.FunctionCall("c1", "shell_command", OutputItem.Json(("command", Deaf)))], "-c", "features.unified_exec=false"));

    private static Scenario Killed(string sandbox, IReadOnlyList<JsonObject> calls, params IReadOnlyList<string> options) => Scenario.Json() with
    {
        Runs =
        [
            Invocation.Exec(["--skip-git-repo-check", "-s", sandbox, .. options, "go"]) with
            {
                During = async side =>
                {
                    await side.WaitForFileAsync("started", TestContext.Current.CancellationToken);
                    side.Codex.Signal(Signals.Kill);
                },
            },
        ],

        // Again and again: a sandbox may fail to start while other programs of the machine take sockets away (decision 003).
        Script = () => [.. Enumerable.Repeat(calls, 5).SelectMany(static again => again).Select(static call => Model.Produces((JsonObject)call.DeepClone()))],
    };

    private static async Task AssertNothingSurvivesAsync(Scenario scenario)
    {
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        for (var round = 0; round < Rounds; round++)
        {
            using var directory = new TempDirectory();
            var observation = await new SideRunner("ours", OurCodex.Executable, oracle, directory)
                .RunAsync(scenario, TestContext.Current.CancellationToken);
            Assert.Empty(observation.Lines[Facet.Strays]);
        }
    }
}
