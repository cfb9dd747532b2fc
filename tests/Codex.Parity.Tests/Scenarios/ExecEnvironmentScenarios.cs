using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Running;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Where the commands of a session run: on no machine, or behind an exec-server, which is the real one or ours.</summary>
public sealed class ExecEnvironmentScenarios
{
    private const string Commands = "echo here: $PWD > out; echo $CODEX_SANDBOX_NETWORK_DISABLED $CODEX_CI >> out; echo x > ../escaped || echo kept >> out";

    [Fact]
    public Task No_machine_at_all() => BothPrograms.AgreeOnAsync(Session("-s", "workspace-write") with
    {
        Environment = new Dictionary<string, string?> { ["CODEX_EXEC_SERVER_URL"] = " None " },
    });

    [Theory]
    [InlineData(true, "workspace-write")]
    [InlineData(true, "danger-full-access")]
    [InlineData(false, "workspace-write")]
    [InlineData(false, "danger-full-access")]
    public async Task A_server_behind_a_program(bool isReal, string sandbox)
    {
        var server = isReal ? await Oracle.RequireAsync(Assert.Skip) : OurCodex.Executable;
        await BothPrograms.AgreeOnAsync(
            Session("-s", sandbox) with
            {
                Home = home => File.WriteAllText(
                    Path.Combine(home, "environments.toml"),
                    $"default = \"box\"\ninclude_local = false\n[[environments]]\nid = \"box\"\nprogram = \"{server}\"\nargs = [\"exec-server\", \"--listen\", \"stdio\"]\n"),
                Without = [Facet.Requests, Facet.Rollouts, Facet.Error],
            },
            $"exec_environment_{(isReal ? "real" : "ours")}_{sandbox}");
    }

    [Theory]
    [InlineData("[[environments]]\nid = \"local\"\nurl = \"ws://127.0.0.1:1\"\n")]
    [InlineData("[[environments]]\nid = \"a\"\n")]
    [InlineData("[[environments]]\nid = \"a\"\nurl = \"http://x\"\n")]
    [InlineData("[[environments]]\nid = \"a b\"\nurl = \"ws://x\"\n")]
    [InlineData("[[environments]]\nid = \"a\"\nurl = \"ws://x\"\nargs = []\n")]
    [InlineData("[[environments]]\nid = \"a\"\nurl = \"ws://x\"\n[[environments]]\nid = \"a\"\nurl = \"ws://x\"\n")]
    [InlineData("default = \"b\"\n")]
    public Task A_file_that_cannot_be_used(string text) => BothPrograms.AgreeOnAsync(
        Session() with { Home = home => File.WriteAllText(Path.Combine(home, "environments.toml"), text) },
        $"exec_environment_file_{text}");

    private static Scenario Session(params string[] options) => new()
    {
        Script = static () => [Model.Produces(OutputItem.Exec("call_1", Commands)), Model.Says("done")],
        Runs = [Invocation.Exec([.. options, "go"])],
    };
}
