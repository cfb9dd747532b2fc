using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Files;
using Codex.TestSupport.Running;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>What we do where 0.136.0 does something else, on our side alone: the comparison leaves such lines out.</summary>
public sealed class DeviationTests
{
    [Fact]
    public async Task A_command_that_an_interrupt_ends_is_reported_with_what_it_printed()
    {
        var output = await OutputAsync(Scenario.Json(Model.Produces(OutputItem.Exec("c1", "echo begun; sleep 0.5; touch started; sleep 30"))) with
        {
            Runs =
            [
                Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "hi") with
                {
                    During = async side =>
                    {
                        await side.WaitForFileAsync("started", TestContext.Current.CancellationToken);
                        side.Codex.Signal(Signals.Interrupt);
                    },
                },
            ],
        });

        var end = Assert.Single(output, line => CommandItems.IsCommand(line, "item.completed"));
        Assert.Contains("\"aggregated_output\":\"begun\\n\",\"exit_code\":-1", end, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_the_sandbox_denies_at_once_is_reported()
    {
        var output = await OutputAsync(Scenario.Turn(
            ["--json", "-s", "read-only", "hi"], Model.Produces(OutputItem.Exec("c1", "touch denied")), Model.Says("ok")));

        Assert.Single(output, line => CommandItems.IsCommand(line, "item.started"));
        var end = Assert.Single(output, line => CommandItems.IsCommand(line, "item.completed"));
        Assert.Contains("Read-only file system", end, StringComparison.Ordinal);
        Assert.Contains("\"exit_code\":1,\"status\":\"failed\"", end, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> OutputAsync(Scenario scenario)
    {
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        using var directory = new TempDirectory();
        var observation = await new SideRunner("ours", OurCodex.Executable, oracle, directory).RunAsync(scenario, TestContext.Current.CancellationToken);
        return observation.Lines[Facet.Output];
    }
}
