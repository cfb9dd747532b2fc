using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Commands with and without a snapshot of the user's login shell.</summary>
public sealed class SnapshotScenarios
{
    private const string Profile = """
        echo noise
        greet() { echo hello; }
        alias list='ls -l'
        export LINES_OF=$'one\ntwo'
        export TERM=mine CONFIGURED=profile
        set -o noclobber
        """;

    private const string State =
        "exec 2>&1; echo $TERM $CONFIGURED \"$LINES_OF\"; type greet; alias list; set -o | grep noclobber; shopt login_shell; tr '\\0' '|' < /proc/$$/cmdline; echo; "
        + "env | grep -v -e ^PATH= -e ^DOTNET_ -e CODEX_SQLITE -e ^FAKE_KEY= -e ^LD_ | sort";

    // The program's own output tells when the snapshot is there.
    private const string Wait =
        "for i in $(seq 200); do ls $CODEX_HOME/shell_snapshots/*.sh >/dev/null 2>&1 && break; sleep 0.05; done; sleep 0.1; ls $CODEX_HOME/shell_snapshots | wc -l";

    [Theory]
    [InlineData("danger-full-access")]
    [InlineData("workspace-write")]
    [InlineData("read-only")]
    public Task A_command_after_the_snapshot(string sandbox) => BothPrograms.AgreeOnAsync(
        With(Scenario.Turn(
            ["--json", "-s", sandbox, "do it"],
            Model.Produces(OutputItem.Exec("c1", Wait, ("login", false))),
            Model.Produces(OutputItem.Exec("c2", State)),
            Model.Produces(OutputItem.Exec("c3", "exit 3")),
            Model.Produces(OutputItem.Exec("c4", "echo $0; greet", ("shell", "/bin/sh"))),
            Model.Produces(OutputItem.Exec("c5", "shopt login_shell", ("workdir", "/usr"))),
            Model.Says("ok"))),
        $"snapshot_{sandbox}");

    [Fact]
    public Task A_command_of_the_shell_tool_after_the_snapshot() => BothPrograms.AgreeOnAsync(With(Scenario.Turn(
        ["--json", "-s", "danger-full-access", "-c", "features.unified_exec=false", "do it"],
        Model.Produces(OutputItem.FunctionCall("c1", "shell_command", OutputItem.Json(("command", Wait), ("login", false), ("timeout_ms", 20000)))),
        Model.Produces(OutputItem.FunctionCall("c2", "shell_command", OutputItem.Json(("command", State)))),
        Model.Says("ok"))));

    [Fact]
    public Task A_command_without_snapshots() => BothPrograms.AgreeOnAsync(With(Scenario.Turn(
        ["--json", "-s", "danger-full-access", "--disable", "shell_snapshot", "do it"],
        Model.Produces(OutputItem.Exec("c1", "sleep 0.3; ls $CODEX_HOME/shell_snapshots", ("login", false))),
        Model.Produces(OutputItem.Exec("c2", State)),
        Model.Says("ok"))));

    private static Scenario With(Scenario scenario) => scenario with
    {
        Tables = "[shell_environment_policy]\nset = { CONFIGURED = \"yes\" }",
        Home = home => File.WriteAllText(Path.Combine(home, "../user/.bash_profile"), Profile),
    };
}
