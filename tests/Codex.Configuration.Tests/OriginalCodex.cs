using Codex.TestSupport.Running;

namespace Codex.Configuration.Tests;

/// <summary>The real binary, asked what it says about a configuration.</summary>
internal static class OriginalCodex
{
    /// <summary>Its path; the test is skipped, or fails where it is required, when it is not there.</summary>
    public static async Task<string> LocateOrSkipAsync()
    {
        var oracle = await Oracle.LocateAsync();
        if (oracle.Executable is null && Oracle.IsRequired)
            Assert.Fail(oracle.MissingReason!);
        if (oracle.Executable is null)
            Assert.Skip(oracle.MissingReason!);
        return oracle.Executable!;
    }

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
