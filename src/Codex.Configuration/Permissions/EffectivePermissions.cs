using Codex.Configuration.Sections;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Permissions;

/// <summary>What commands may touch.</summary>
/// <param name="Profile">The permissions, workspace roots still named.</param>
/// <param name="Active">The profile's name, when it can be selected again under it.</param>
/// <param name="WorkspaceRoots">The workspace's roots, the working directory first; absolute.</param>
/// <param name="WorkspaceRootsAreExplicit">Whether anything but the working directory was asked for.</param>
public sealed record EffectivePermissions(
    PermissionProfile Profile,
    ActivePermissionProfile? Active,
    IReadOnlyList<string> WorkspaceRoots,
    bool WorkspaceRootsAreExplicit)
{
    /// <summary>The selected profile's own roots; absolute. The profile speaks about them already.</summary>
    public IReadOnlyList<string> ProfileRoots { get; init; } = [];

    /// <summary>All roots that the user knows about.</summary>
    public IReadOnlyList<string> VisibleRoots => [.. WorkspaceRoots.Union(ProfileRoots, StringComparer.Ordinal)];

    /// <summary>How the selected profile filters the network; null when it says nothing.</summary>
    public PermissionNetworkSection? Network { get; init; }
}
