using Codex.Platform.Environment;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox.Bubblewrap;

/// <summary>Where a bubblewrap may be: on <c>PATH</c>, else beside our executable (<c>sandboxing/src/bwrap.rs</c>).</summary>
public static class BubblewrapLocator
{
    private const string Name = "bwrap";
    private const string Resources = "codex-resources";

    /// <summary>
    /// The first executable on <c>PATH</c>, without links; one inside the working directory is never taken, because a
    /// command could have put it there. Null when there is none.
    /// </summary>
    public static string? FindOnPath(HostEnvironment host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var directory = SymbolicLinks.Canonicalize(host.CurrentDirectory) ?? host.CurrentDirectory;
        foreach (var entry in (host.GetVariable("PATH") ?? string.Empty).Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            var candidate = AbsolutePaths.Resolve(Path.Join(entry, Name), host.CurrentDirectory);
            if (IsExecutable(candidate)
                && SymbolicLinks.Canonicalize(candidate) is { } path
                && (directory == "/" || !AbsolutePaths.IsWithin(path, directory)))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>The one shipped with this program, or null.</summary>
    public static string? FindBundled(HostEnvironment host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var directory = Path.GetDirectoryName(host.ExecutablePath);
        string?[] candidates =
        [
            Path.Join(directory, Resources, Name),
            Path.Join(Path.GetDirectoryName(directory), Resources, Name),
            Path.Join(directory, Name),
        ];
        return Array.Find(candidates, IsExecutable);
    }

    private static bool IsExecutable(string? path)
    {
        const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return path is not null && !OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & AnyExecute) != 0;
    }
}
