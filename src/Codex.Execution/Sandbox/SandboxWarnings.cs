using Codex.Execution.Sandbox.Bubblewrap;
using Codex.Execution.Sandbox.Planning;
using Codex.Platform.Environment;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox;

/// <summary>What a human should hear about the sandbox before the first command.</summary>
public static class SandboxWarnings
{
    private const string NoSystemBubblewrap =
        "Codex could not find bubblewrap on PATH. Install it with the package manager of your system. "
        + "Until then Codex uses the bubblewrap that came with it.";

    private const string NoBubblewrap =
        "Codex could not find bubblewrap on PATH, and none came with it. Install it with the package manager of your system. "
        + "Until then Codex builds the sandbox by itself where the kernel allows it: commands start more slowly, and permissions that hide most of the disk are refused.";

    /// <summary>The warning for a run with this profile, or null. Looks for files only, starts nothing.</summary>
    public static string? ForRun(PermissionProfile profile, HostEnvironment host)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (!OperatingSystem.IsLinux()
            || !SandboxPlanner.NeedsSandbox(profile, new(host.CurrentDirectory, host.GetVariable("TMPDIR")))
            || BubblewrapLocator.FindOnPath(host) is not null)
        {
            return null;
        }

        return BubblewrapLocator.FindBundled(host) is null ? NoBubblewrap : NoSystemBubblewrap;
    }
}
