namespace Codex.Parity.Tests.Harness.AppServer;

/// <summary>The directories and the provider of one side.</summary>
/// <param name="Home">CODEX_HOME.</param>
/// <param name="Workspace">Where the thread works.</param>
/// <param name="User">The user's home.</param>
/// <param name="Port">Port of the provider.</param>
internal sealed record AppServerPlace(string Home, string Workspace, string User, int Port)
{
    internal Dictionary<string, string> Variables(string oracle) => new()
    {
        ["PATH"] = $"{SystemTools.Directory(oracle)}:/usr/local/bin:/usr/bin:/bin",
        ["HOME"] = User,
        ["CODEX_HOME"] = Home,
        ["FAKE_KEY"] = "key",
        ["LANG"] = "C.UTF-8",
        ["TZ"] = "UTC",
        ["RUST_LOG"] = "off",
        ["SHELL"] = "/bin/bash",
        ["DOTNET_ROOT"] = Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? Path.GetFullPath(Path.Combine(typeof(object).Assembly.Location, "..", "..", "..", "..")),
    };
}
