using Codex.Protocol.Permissions;

namespace Codex.Configuration.Sections;

/// <summary>What <c>[permissions.x.filesystem]</c> says about one path: about itself, or about paths below it.</summary>
/// <param name="Mode">Access to the path and everything below; null when <paramref name="Below"/> says more.</param>
/// <param name="Below">Access by path below; null when <paramref name="Mode"/> says all.</param>
public sealed record PermissionAccess(FileSystemAccessMode? Mode, IReadOnlyDictionary<string, FileSystemAccessMode>? Below)
{
    internal PermissionAccess Over(PermissionAccess parent) =>
        Below is not null && parent.Below is not null ? new PermissionAccess(null, Overlay.Merge(parent.Below, Below)) : this;
}
