using Codex.TestSupport.Files;
using Codex.TestSupport.Running;

namespace Codex.Cli.Tests.CommandLine;

/// <summary>The version, as scripts ask for it.</summary>
public sealed class VersionTests
{
    [Theory]
    [InlineData("--version")]
    [InlineData("-V")]
    public async Task The_version_needs_no_home(string argument)
    {
        using var directory = new TempDirectory();
        var home = directory.Create("home");
        var variables = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin", ["HOME"] = home, ["CODEX_HOME"] = home };
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } dotnet)
            variables["DOTNET_ROOT"] = dotnet;
        var result = await CodexRun.RunAsync(
            new CodexCommand { Executable = OurCodex.Executable, Arguments = [argument], WorkingDirectory = home, Environment = variables },
            TestContext.Current.CancellationToken);

        Assert.Equal((0, "codex-cli 0.136.0\n", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Empty(Directory.EnumerateFileSystemEntries(home));
    }
}
