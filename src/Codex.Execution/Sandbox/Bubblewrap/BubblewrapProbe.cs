using System.Text;
using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Execution.Sandbox.Bubblewrap;

/// <summary>Finds out with one short run whether a bubblewrap can build our sandboxes here.</summary>
internal sealed class BubblewrapProbe(HostEnvironment host, IProcessSpawner spawner)
{
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
            var process = await spawner.StartAsync(new()
            {
                FileName = path,
                Arguments = [.. s_arguments, .. more, "--", "/bin/true"],
                WorkingDirectory = "/",
                Environment = host.Variables,
                Stdio = StdioMode.Pipes,
            }).ConfigureAwait(false);
            await using (process.ConfigureAwait(false))
            {
                var problem = await ReadAsync(process).ConfigureAwait(false);
                return ((await process.Completion.ConfigureAwait(false)).ShellCode, problem);
            }
        }
        catch (SpawnException error)
        {
            return (-1, error.Message);
        }
    }

    private static async Task<string> ReadAsync(IRunningProcess process)
    {
        var text = new StringBuilder();
        await foreach (var chunk in process.Output.ReadAllAsync().ConfigureAwait(false))
        {
            using (chunk)
            {
                text.Append(Encoding.UTF8.GetString(chunk.Bytes.Span));
            }
        }

        return text.ToString().Trim();
    }
}
