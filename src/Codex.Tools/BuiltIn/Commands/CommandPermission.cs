using Codex.Execution.Sandbox;
using Codex.Protocol.Permissions;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>How a command may run.</summary>
/// <param name="Profile">What it may touch.</param>
internal sealed record CommandPermission(PermissionProfile Profile)
{
    // Everything is allowed but what the user keeps from agents: where there is no such file, there is no sandbox either. On
    // Windows whatever hides a file would take the rest away, too.
    private static readonly PermissionProfile s_everything = OperatingSystem.IsWindows()
        ? new PermissionProfile.Disabled()
        : new PermissionProfile.Managed(new ManagedFileSystemPermissions.Unrestricted(), NetworkSandboxPolicy.Enabled);

    private bool _claimsNetworkRestriction;
    private bool _isLetOut;

    /// <summary>Whether a sandbox of ours holds the command to more than leaving files alone that agents are kept from.</summary>
    internal bool IsConfined => !_isLetOut && Profile is PermissionProfile.Managed;

    /// <summary>The permission of a command that rules or an approval take out of the sandbox.</summary>
    internal static CommandPermission WithoutSandbox(PermissionProfile around) =>
        new(s_everything) { _isLetOut = true, _claimsNetworkRestriction = !around.Network().IsEnabled };

    /// <summary>
    /// The environment of the command. As in 0.136.0 a command outside of the sandbox is told, too, that the network is restricted
    /// when it is for others.
    /// </summary>
    internal IReadOnlyDictionary<string, string> Complete(IReadOnlyDictionary<string, string> environment) => _claimsNetworkRestriction
        ? new Dictionary<string, string>(environment) { [SandboxCommand.NetworkVariable] = "1" }
        : environment;
}
