using Codex.TestSupport.Files;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Programs that change the user's configuration at the same time.</summary>
public sealed class ConfigRaceTests
{
    private const int Programs = 16;

    private static readonly string[] s_features = ["goals", "multi_agent", "plugins", "apps", "shell_snapshot", "personality", "unified_exec", "fast_mode"];

    [Fact]
    public async Task No_change_of_sixteen_programs_is_lost()
    {
        using var directory = new TempDirectory();
        var home = directory.Create("home");
        var file = directory.Write("home/config.toml", "# mine\nmodel = \"m\" # keep\n");

        var results = await Task.WhenAll(Enumerable.Range(0, Programs).Select(number => RunAsync(home, Words(number))));

        Assert.All(results, static result => Assert.Equal((0, ""), (result.ExitCode, string.Concat(result.Error.Split('\n').Where(static line => !line.StartsWith("Under-development", StringComparison.Ordinal))))));
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.StartsWith("# mine\nmodel = \"m\" # keep\n", text, StringComparison.Ordinal);
        Assert.All(s_features, feature => Assert.Contains($"\n{feature} = false\n", text + "\n", StringComparison.Ordinal));
        Assert.All(Enumerable.Range(0, Programs / 2), number => Assert.Contains($"[mcp_servers.server{number}]\ncommand = \"run{number}\"\n", text, StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.GetFiles(home), static path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private static string[] Words(int number) => number % 2 == 0
        ? ["features", "disable", s_features[number / 2]]
        : ["mcp", "add", $"server{number / 2}", "--", $"run{number / 2}"];

    private static Task<CodexResult> RunAsync(string home, string[] words)
    {
        var environment = new Dictionary<string, string> { ["PATH"] = "/usr/local/bin:/usr/bin:/bin", ["HOME"] = home, ["CODEX_HOME"] = home, ["LANG"] = "C.UTF-8" };
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } dotnet)
            environment["DOTNET_ROOT"] = dotnet;
        var command = new CodexCommand { Executable = OurCodex.Executable, Arguments = words, WorkingDirectory = home, Environment = environment };
        return CodexRun.RunAsync(command, TestContext.Current.CancellationToken);
    }
}
