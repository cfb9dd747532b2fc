using Codex.TestSupport.Files;

namespace Codex.TestSupport.Running;

/// <summary>The executable of this repository.</summary>
public static class OurCodex
{
    /// <summary>
    /// Absolute path: <c>CODEX_BIN</c> when set (a native publish), else what the test's build produced.
    /// </summary>
    public static string Executable =>
        Environment.GetEnvironmentVariable("CODEX_BIN") is { Length: > 0 } path ? Path.GetFullPath(path) : BuildOutput();

    private static string BuildOutput()
    {
        // Same configuration and framework as the running test: …/bin/<Configuration>/<framework>/
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Repository.Root, "src", "Codex.Cli", "bin", framework.Parent!.Name, framework.Name, "codex");
    }
}
