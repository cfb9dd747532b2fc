using System.ComponentModel;
using System.Diagnostics;
using Codex.Platform.Environment;

namespace Codex.Execution.Sandbox.Bubblewrap;

/// <summary>Finds out with one short run whether a bubblewrap can build our sandboxes here.</summary>
internal static class BubblewrapProbe
{
    private static readonly string[] s_arguments =
    [
        "--new-session", "--die-with-parent", "--ro-bind", "/", "/", "--dev", "/dev", "--perms", "555", "--tmpfs", "/dev/shm",
        "--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-net", "--cap-drop", "ALL",
    ];

    /// <summary>The first bubblewrap that works, or null with the reason.</summary>
    public static (BubblewrapExecutable? Executable, string Reason) Find(HostEnvironment host)
    {
        var reason = "bubblewrap is not on PATH";
        var system = BubblewrapLocator.FindOnPath(host);
        foreach (var path in new[] { system, BubblewrapLocator.FindBundled(host) })
        {
            if (path is null)
            {
                continue;
            }

            var (mountsProc, problem) = Try(path);
            if (mountsProc is { } proc)
            {
                return (new(path, path == system, proc), string.Empty);
            }

            reason = $"{path}: {problem}";
        }

        return (null, reason);
    }

    /// <summary>Whether it may mount <c>/proc</c>; null when it does not work at all.</summary>
    private static (bool? MountsProc, string Problem) Try(string path)
    {
        var (exitCode, problem) = Run(path, ["--proc", "/proc"]);
        return exitCode == 0
            ? (true, problem)
            : problem.Contains("proc", StringComparison.Ordinal) && Run(path, []).ExitCode == 0 ? (false, problem) : (null, problem);
    }

    private static (int ExitCode, string Problem) Run(string path, string[] more)
    {
        var start = new ProcessStartInfo(path, [.. s_arguments, .. more, "--", "/bin/true"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var problem = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, problem.Trim());
        }
        catch (Win32Exception error)
        {
            return (-1, error.Message);
        }
    }
}
