using Codex.Protocol.Permissions;

namespace Codex.Engine.Approvals;

/// <summary>The permissions that were granted one after the other, for a turn or for a session.</summary>
internal sealed class GrantedPermissions
{
    private volatile AdditionalPermissionProfile? _all;

    /// <summary>All of them; null when there are none.</summary>
    public AdditionalPermissionProfile? All => _all;

    /// <summary>Adds what was granted. Calls of one thread ask one after the other.</summary>
    public void Add(AdditionalPermissionProfile granted) => _all = AdditionalPermissions.Merge(_all, granted);
}
