using System.Collections.Immutable;
using Codex.Platform.Environment;
using Codex.Protocol.Permissions;

namespace Codex.Cli.Sessions;

/// <summary>Tells people that the sandbox of their system is missing.</summary>
internal static class SandboxWarning
{
    private const string Missing =
        "Codex could not find bubblewrap on PATH. Install the package of that name with your system's package manager to get the full sandbox.";

    /// <summary>The warnings for a profile: one where it needs a sandbox that is not installed.</summary>
    public static ImmutableArray<string> For(PermissionProfile permissions, HostEnvironment host) =>
        OperatingSystem.IsLinux() && permissions is PermissionProfile.Managed && !IsInstalled(host) ? [Missing] : [];

    private static bool IsInstalled(HostEnvironment host)
    {
        foreach (var directory in (host.GetVariable("PATH") ?? "").Split(':'))
        {
            if (directory.Length > 0 && File.Exists(Path.Combine(directory, "bwrap")))
                return true;
        }

        return false;
    }
}
