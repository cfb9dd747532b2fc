using Codex.TestSupport.Files;

namespace Codex.TestSupport.Running;

/// <summary>Installs the npm package of the real binary, atomically and once across test processes.</summary>
internal static class OracleInstaller
{
    private const string Package = "@openai/codex@0.136.0-linux-x64";
    private const string Inside = "package/vendor/x86_64-unknown-linux-musl/bin/codex";

    internal static async Task<Oracle> LocateAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("CODEX_ORACLE") is { Length: > 0 } path)
            return File.Exists(path) ? new Oracle(path, null) : new Oracle(null, $"CODEX_ORACLE names no file: {path}");
        var home = Path.Combine(Repository.OracleDirectory, "codex-0.136.0");
        using var held = await Installation.LockAsync(cancellationToken);
        return Directory.Exists(home)
            ? new Oracle(Path.Combine(home, Inside), null)
            : await InstallAsync(home, cancellationToken);
    }

    private static async Task<Oracle> InstallAsync(string home, CancellationToken cancellationToken)
    {
        var staging = Installation.Stage(home);
        if (await Installation.RunAsync("npm", ["pack", "--silent", Package], staging, cancellationToken) is { } npmProblem)
            return new Oracle(null, $"npm pack {Package}: {npmProblem}");
        var archive = Directory.GetFiles(staging, "*.tgz").Single();
        if (await Installation.RunAsync("tar", ["-xzf", archive], staging, cancellationToken) is { } tarProblem)
            return new Oracle(null, $"tar: {tarProblem}");
        File.Delete(archive);
        Directory.Move(staging, home);
        return new Oracle(Path.Combine(home, Inside), null);
    }
}
