using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Files;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Scenarios;

/// <summary><c>codex sandbox</c>: which permissions it applies, and how the command's end becomes its own.</summary>
public sealed class SandboxCommandScenarios
{
    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("sh", "-c", "echo out; echo err >&2; exit 37")]
    [InlineData("sh", "-c", "kill -9 $$")]
    [InlineData("sh", "-c", "kill -TERM $$")]
    [InlineData("touch", "new")]
    [InlineData("sh", "-c", "echo [$CODEX_SANDBOX_NETWORK_DISABLED] [$CODEX_THREAD_ID]")]
    public Task A_command_without_options(params string[] command) => AgreeAsync(["sandbox", "--", .. command]);

    [Theory]
    [InlineData("--permissions-profile", ":workspace")]
    [InlineData("--permissions-profile", ":read-only")]
    [InlineData("--permissions-profile", ":danger-full-access")]
    [InlineData("--permissions-profile", ":nope")]
    [InlineData("--permissions-profile", "nope")]
    [InlineData("--permissions-profile", ":workspace", "-C", ".")]
    [InlineData("-c", "sandbox_mode=\"workspace-write\"")]
    [InlineData("-c", "sandbox_mode=\"danger-full-access\"")]
    [InlineData("-c", "default_permissions=\":workspace\"")]
    [InlineData("-c", "sandbox_mode=7")]
    [InlineData("-p", "missing")]
    [InlineData("--include-managed-config")]
    public Task Options(params string[] options) => AgreeAsync(["sandbox", .. options, "--", "sh", "-c", "touch new && echo written"]);

    [Fact]
    public async Task Landlock_where_it_is_asked_for()
    {
        string[] options = ["sandbox", "--enable", "use_legacy_landlock"];
        var reading = await CommandPair.RunAsync([.. options, "--", "sh", "-c", "touch new; cat /etc/hostname >/dev/null && grep Seccomp: /proc/self/status"]);
        var writing = await CommandPair.RunAsync([.. options, "-c", "sandbox_mode=\"workspace-write\"", "--", "sh", "-c", "echo x > new; echo y > .codex"]);

        Assert.Contains("Permission denied", reading.Ours.Error, StringComparison.Ordinal);
        Assert.Equal((reading.Real.ExitCode, reading.Real.Output, reading.Real.Error), (reading.Ours.ExitCode, reading.Ours.Output, reading.Ours.Error));
        Assert.Equal((101, 2), (writing.Real.ExitCode, writing.Ours.ExitCode));
    }

    [Fact]
    public async Task Nothing_to_run()
    {
        var none = await CommandPair.RunAsync(["sandbox"]);
        var missing = await CommandPair.RunAsync(["sandbox", "--", "/no/such/program"]);

        Assert.Equal((101, 101, 101), (none.Real.ExitCode, none.Ours.ExitCode, missing.Real.ExitCode));
        Assert.Equal("Error: No command specified to execute.\n", none.Ours.Error);
        Assert.Equal(127, missing.Ours.ExitCode);
        Assert.Contains("/no/such/program", missing.Ours.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_ends_with_the_program()
    {
        using var files = new TempDirectory();
        using var run = CodexRun.Start(new CodexCommand
        {
            Executable = OurCodex.Executable,
            Arguments = ["sandbox", "-c", "sandbox_mode=\"workspace-write\"", "--", "sh", "-c", "echo started; sleep 2; touch alive"],
            WorkingDirectory = files.Create("ws"),
            Environment = new Dictionary<string, string>
            {
                ["CODEX_HOME"] = files.Create("home"),
                ["PATH"] = "/usr/bin:/bin",
                ["DOTNET_ROOT"] = Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "",
            },
        });
        await run.WaitForOutputAsync("started", TestContext.Current.CancellationToken);

        run.Signal(9);
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);

        Assert.False(File.Exists(files["ws/alive"]));
    }

    private static async Task AgreeAsync(IReadOnlyList<string> arguments)
    {
        var (real, ours) = await CommandPair.RunAsync(arguments);

        Assert.Equal((real.ExitCode, real.Output, real.Error), (ours.ExitCode, ours.Output, ours.Error));
    }
}
