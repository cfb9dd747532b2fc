using System.Diagnostics;
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
        Directory.CreateDirectory(Repository.OracleDirectory);
        using var held = await LockAsync(Path.Combine(Repository.OracleDirectory, "install.lock"), cancellationToken);
        return Directory.Exists(home)
            ? new Oracle(Path.Combine(home, Inside), null)
            : await InstallAsync(home, cancellationToken);
    }

    private static async Task<Oracle> InstallAsync(string home, CancellationToken cancellationToken)
    {
        var staging = home + ".part";
        if (Directory.Exists(staging))
            Directory.Delete(staging, recursive: true);
        Directory.CreateDirectory(staging);
        if (await RunAsync("npm", ["pack", "--silent", Package], staging, cancellationToken) is { } npmProblem)
            return new Oracle(null, $"npm pack {Package}: {npmProblem}");
        var archive = Directory.GetFiles(staging, "*.tgz").Single();
        if (await RunAsync("tar", ["-xzf", archive], staging, cancellationToken) is { } tarProblem)
            return new Oracle(null, $"tar: {tarProblem}");
        File.Delete(archive);
        Directory.Move(staging, home);
        return new Oracle(Path.Combine(home, Inside), null);
    }

    private static async Task<string?> RunAsync(
        string program, string[] arguments, string directory, CancellationToken cancellationToken)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardError = true };
            start.RedirectStandardOutput = true;
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = await process.StandardError.ReadToEndAsync(cancellationToken);
            await output;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? null : $"exit {process.ExitCode}: {error.Trim()}";
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return exception.Message;
        }
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Another test process installs; file locks offer no wait, so ask again.
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }
}
