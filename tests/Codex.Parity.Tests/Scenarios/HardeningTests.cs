using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Files;
using Codex.TestSupport.Running;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>What a command outside of every sandbox can do to the program that runs it, as the same ordinary user.</summary>
public sealed class HardeningTests
{
    private const string Inspect =
        "(cat /proc/$PPID/environ >/dev/null 2>&1 && echo environ; head -c 1 /proc/$PPID/mem >/dev/null 2>&1; "
        + "ls /proc/$PPID/fd >/dev/null 2>&1 && echo descriptors; readlink /proc/$PPID/exe >/dev/null && echo executable; "
        + "command -v gcore >/dev/null && gcore -o core $PPID >/dev/null 2>&1; ls | grep core; ulimit -c) > seen";

    // Nobody in particular; where we are somebody already, no wrapper is needed.
    private static readonly string[] s_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"];

    [Fact]
    public async Task A_command_cannot_look_into_the_program_that_runs_it() =>
        Assert.Equal(["unlimited"], await RunAsync("danger-full-access", Inspect));

    [Fact]
    public async Task A_hardened_program_of_an_ordinary_user_still_builds_sandboxes() =>
        Assert.Equal(["inside", "NoNewPrivs:\t1"], await RunAsync("workspace-write", "(echo inside; grep NoNewPrivs /proc/self/status) > seen"));

    private static async Task<string[]> RunAsync(string sandbox, string command)
    {
        Assert.SkipUnless(Environment.UserName != "root" || File.Exists("/usr/bin/setpriv"), "root needs setpriv to be somebody else");
        using var directory = new TempDirectory();
        var workspace = "";
        var scenario = Scenario.Turn(["--json", "-s", sandbox, "do it"], Model.Produces(OutputItem.Exec("c1", command)), Model.Says("ok")) with
        {
            Wrapper = ["/bin/bash", "-c", "ulimit -c unlimited; exec \"$@\"", "bash", .. Environment.UserName == "root" ? s_nobody : []],
            Workspace = path => Open(workspace = path),
            Home = Open,
        };
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        var observation = await new SideRunner("ours", OurCodex.Executable, oracle, directory)
            .RunAsync(scenario, TestContext.Current.CancellationToken);
        Assert.Equal("exit 0", observation.Lines[Facet.ExitCode].Single());
        return await File.ReadAllLinesAsync(Path.Combine(workspace, "seen"), TestContext.Current.CancellationToken);
    }

    private static void Open(string directory)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(directory, (UnixFileMode)0b111_111_111);
    }
}
