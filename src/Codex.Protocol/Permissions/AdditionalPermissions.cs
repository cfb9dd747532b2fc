namespace Codex.Protocol.Permissions;

/// <summary>Puts additional permissions on top of a profile (<c>sandboxing/src/policy_transforms.rs</c>).</summary>
public static class AdditionalPermissions
{
    /// <summary>The profile with the additional permissions; profiles without a sandbox of ours stay as they are.</summary>
    public static PermissionProfile With(this PermissionProfile profile, AdditionalPermissionProfile additional)
    {
        ArgumentNullException.ThrowIfNull(additional);
        return profile is PermissionProfile.Managed managed
            ? managed with
            {
                FileSystem = With(managed.FileSystem, additional.FileSystem),
                Network = additional.Network?.Enabled is true ? NetworkSandboxPolicy.Enabled : managed.Network,
            }
            : profile;
    }

    private static ManagedFileSystemPermissions With(ManagedFileSystemPermissions files, FileSystemPermissions? additional) =>
        files is ManagedFileSystemPermissions.Restricted restricted && additional is not null
            ? restricted with { Entries = [.. restricted.Entries, .. additional.Entries.Where(entry => !restricted.Entries.Contains(entry))] }
            : files;
}
