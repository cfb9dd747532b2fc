using System.Diagnostics;
using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Files;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Both programs under the name <c>codex-linux-sandbox</c>.</summary>
public sealed class LinuxSandboxProgramTests
{
    private const string ReadOnly = """
        {"type":"managed","file_system":{"type":"restricted","entries":[{"path":{"type":"special","value":{"kind":"root"}},"access":"read"}]},"network":"restricted"}
        """;

    [Theory]
    [InlineData("--permission-profile", ReadOnly, "--", "sh", "-c", "touch made 2>/dev/null; echo $?; test -e /proc/self && pwd | wc -l; exit 3")]
    [InlineData("--permission-profile", ReadOnly, "--command-cwd", "/usr", "true")]
    [InlineData("--permission-profile", """{"type":"disabled"}""", "--", "sh", "-c", "touch made; ls; exit 4")]
    [InlineData("--permission-profile", "nonsense", "--", "true")]
    [InlineData("--", "true")]
    [InlineData("--permission-profile", ReadOnly)]
    [InlineData("--unknown", "--", "true")]
    public async Task A_command_runs_inside_of_its_profile(params string[] arguments)
    {
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        Assert.Equal(await RunAsync(oracle, oracle, ["--sandbox-policy-cwd", ".", .. arguments]), await RunAsync(OurCodex.Executable, oracle, ["--sandbox-policy-cwd", ".", .. arguments]));
    }

    [Fact]
    public async Task Without_a_directory_nothing_runs()
    {
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        Assert.Equal(await RunAsync(oracle, oracle, []), await RunAsync(OurCodex.Executable, oracle, []));
    }

    private static async Task<(string Output, int ExitCode)> RunAsync(string program, string oracle, IReadOnlyList<string> arguments)
    {
        using var files = new TempDirectory();
        var link = Path.Combine(files.Create("links"), "codex-linux-sandbox");
        File.CreateSymbolicLink(link, program);
        var start = new ProcessStartInfo(link, arguments) { WorkingDirectory = files.Create("ws"), RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{SystemTools.Directory(oracle)}:/usr/local/bin:/usr/bin:/bin";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await error;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (output, process.ExitCode);
    }
}
