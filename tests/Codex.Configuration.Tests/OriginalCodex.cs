using Codex.TestSupport.Running;

namespace Codex.Configuration.Tests;

/// <summary>The real binary, asked what it says about a configuration.</summary>
internal static class OriginalCodex
{
    /// <summary>What <c>exec</c> prints to standard error for a configuration that it cannot use.</summary>
    public static async Task<(int ExitCode, string Error)> ExecAsync(string executable, ConfigHome home, IReadOnlyList<string> options, CancellationToken cancellationToken)
    {
        using var run = CodexRun.Start(new CodexCommand
        {
            Executable = executable,
            Arguments = ["exec", "--skip-git-repo-check", .. options, "hi"],
            WorkingDirectory = home.WorkingDirectory,
            Environment = new Dictionary<string, string> { ["CODEX_HOME"] = home.Root, ["HOME"] = home.Create("user"), ["PATH"] = "/usr/bin:/bin", ["RUST_LOG"] = "off" },
        });
        var result = await run.WaitAsync(cancellationToken);
        return (result.ExitCode, result.Error);
    }
}
