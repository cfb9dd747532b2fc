using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>What a command may touch in each sandbox mode. What was printed is compared, and what was left on disk.</summary>
public sealed class SandboxScenarios
{
    // 0.136.0 reports the end of a command late; a run in human form waits for it.
    private static readonly Codex.TestSupport.Http.Reply s_answer = Model.Says("ok").After(TimeSpan.FromMilliseconds(250));

    [Theory]
    [InlineData("read-only", "touch inside")]
    [InlineData("read-only", "cat a.txt; ls")]
    [InlineData("read-only", "touch /tmp/codex-parity-read-only")]
    [InlineData("workspace-write", "echo x > inside; mkdir d; mv a.txt d/b.txt; ls -R")]
    [InlineData("workspace-write", "echo x > ../outside")]
    [InlineData("workspace-write", "echo x > /tmp/codex-parity-$$ && rm /tmp/codex-parity-$$ && echo fine")]
    [InlineData("workspace-write", "echo x > .git/config")]
    [InlineData("workspace-write", "mkdir .codex")]
    [InlineData("workspace-write", "touch .agents/x")]
    [InlineData("workspace-write", "mv .git gone")]
    [InlineData("read-only", "(exec 3<>/dev/tcp/127.0.0.1/9) 2>&1 && echo connected")]
    [InlineData("workspace-write", "env | grep ^CODEX_ | grep -v -e THREAD -e HOME | sort")]
    [InlineData("danger-full-access", "echo x > ../outside; echo x > .git/config; env | grep ^CODEX_ | grep -v -e THREAD -e HOME | sort")]
    public Task A_command_in(string mode, string command) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(
            ["--json", "-s", mode, "do it"],
            Model.Produces(OutputItem.Exec("c1", command, ("login", false))),
            Model.Says("ok")) with
        {
            // 0.136.0 loses the item of a command that looks denied and ends quickly.
            Without = [Facet.Output],
            Workspace = Prepare,
        },
        $"sandbox_{mode}_{command}");

    [Fact]
    public Task Local_sockets_that_are_switched_off() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["-s", "workspace-write", "-c", "sandbox.local_sockets=false", "do it"],
        Model.Produces(OutputItem.Exec("c1", "(exec 3<>/dev/tcp/127.0.0.1/9) 2>&1 && echo connected")),
        s_answer) with
    {
        Without = [Facet.Error],
    });

    [Fact]
    public Task A_network_that_is_allowed() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["-s", "workspace-write", "-c", "sandbox_workspace_write.network_access=true", "do it"],
        Model.Produces(OutputItem.Exec("c1", "(exec 3<>/dev/tcp/127.0.0.1/9) 2>/dev/null || echo refused")),
        s_answer));

    [Fact]
    public Task Roots_without_the_temporary_directories() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["-s", "workspace-write", "do it"],
        Model.Produces(OutputItem.Exec("c1", "touch /tmp/codex-parity-excluded 2>/dev/null; echo status $?")),
        s_answer) with
    {
        Tables = """
            [sandbox_workspace_write]
            exclude_slash_tmp = true
            exclude_tmpdir_env_var = true
            writable_roots = ["/var/lib"]
            """,
    });

    [Fact]
    public Task A_process_that_asks_for_the_terminal_in_a_sandbox() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["--json", "-s", "workspace-write", "do it"],
        Model.Produces(OutputItem.Exec("c1", "stty size; touch made; ls", ("tty", true))),
        s_answer));

    [Fact]
    public Task Without_bubblewrap_on_the_path() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["-s", "workspace-write", "do it"], Model.Says("ok")) with
    { Environment = new Dictionary<string, string?> { ["PATH"] = "/usr/bin:/bin" } });

    private static void Prepare(string workspace)
    {
        File.WriteAllText(Path.Combine(workspace, "a.txt"), "alpha\n");
        Directory.CreateDirectory(Path.Combine(workspace, ".git"));
        File.WriteAllText(Path.Combine(workspace, ".git", "HEAD"), "ref: refs/heads/main\n");
        Directory.CreateDirectory(Path.Combine(workspace, ".agents"));
    }
}
