using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Execution.Sandbox.Bubblewrap;

/// <summary>Finds out with one short run whether a bubblewrap can build our sandboxes here.</summary>
internal sealed class BubblewrapProbe(HostEnvironment host, IProcessSpawner spawner)
{
    private const int MaximumBytes = 64 * 1024;

    private static readonly string[] s_arguments =
    [
        "bwrap", "--new-session", "--die-with-parent", "--ro-bind", "/", "/", "--dev", "/dev", "--perms", "555", "--tmpfs", "/dev/shm",
        "--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-net", "--cap-drop", "ALL",
    ];

    /// <summary>The first bubblewrap that works, or null with the reason.</summary>
    public async Task<(BubblewrapExecutable? Executable, string Reason)> FindAsync()
    {
        var reason = "bubblewrap is not on PATH";
        var system = BubblewrapLocator.FindOnPath(host);
        foreach (var path in new[] { system, BubblewrapLocator.FindBundled(host) })
        {
            if (path is null)
            {
                continue;
            }

            var (mountsProc, problem) = await TryAsync(path).ConfigureAwait(false);
            if (mountsProc is { } proc)
            {
                return (new(path, path == system, proc), string.Empty);
            }

            reason = $"{path}: {problem}";
        }

        return (null, reason);
    }

    /// <summary>Whether it may mount <c>/proc</c>; null when it does not work at all.</summary>
    private async Task<(bool? MountsProc, string Problem)> TryAsync(string path)
    {
        var (exitCode, problem) = await RunAsync(path, ["--proc", "/proc"]).ConfigureAwait(false);
        if (exitCode == 0)
        {
            return (true, problem);
        }

        return problem.Contains("proc", StringComparison.Ordinal) && (await RunAsync(path, []).ConfigureAwait(false)).ExitCode == 0
            ? (false, problem)
            : (null, problem);
    }

    private async Task<(int ExitCode, string Problem)> RunAsync(string path, string[] more)
    {
        try
        {
            var request = new SpawnRequest
            {
                FileName = path,
                Arguments = [.. s_arguments, .. more, "--", "/bin/true"],
                WorkingDirectory = "/",
                Environment = host.Variables,
            };
            var printed = await spawner.CaptureAsync(request, MaximumBytes, CancellationToken.None).ConfigureAwait(false);
            return (printed.Status.ShellCode, printed.ErrorText.Trim());
        }
        catch (SpawnException error)
        {
            return (-1, error.Message);
        }
    }
}
