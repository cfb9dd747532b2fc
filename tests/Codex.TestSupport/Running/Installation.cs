using System.Diagnostics;
using Codex.TestSupport.Files;

namespace Codex.TestSupport.Running;

/// <summary>What installers below <c>.oracle/</c> have in common.</summary>
internal static class Installation
{
    /// <summary>Runs a program to its end; null, or what went wrong.</summary>
    internal static async Task<string?> RunAsync(
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

    /// <summary>An empty directory beside the one that is going to be installed.</summary>
    internal static string Stage(string home)
    {
        var staging = home + ".part";
        if (Directory.Exists(staging))
            Directory.Delete(staging, recursive: true);
        return Directory.CreateDirectory(staging).FullName;
    }

    /// <summary>Keeps other test processes out until it is disposed.</summary>
    internal static async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Repository.OracleDirectory);
        var path = Path.Combine(Repository.OracleDirectory, "install.lock");
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
