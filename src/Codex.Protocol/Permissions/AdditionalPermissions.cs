namespace Codex.Protocol.Permissions;

/// <summary>Puts additional permissions on top of a profile and of each other (<c>sandboxing/src/policy_transforms.rs</c>).</summary>
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
                Network = additional.IncludesNetwork ? NetworkSandboxPolicy.Enabled : managed.Network,
            }
            : profile;
    }

    /// <summary>Both together; null when there are none.</summary>
    public static AdditionalPermissionProfile? Merge(AdditionalPermissionProfile? first, AdditionalPermissionProfile? second)
    {
        if (first is null || second is null)
            return (first ?? second) is { IsEmpty: false } only ? only : null;
        var network = first.IncludesNetwork || second.IncludesNetwork ? new NetworkPermissions(true) : null;
        var merged = new AdditionalPermissionProfile(network, Merge(first.FileSystem, second.FileSystem));
        return merged.IsEmpty ? null : merged;
    }

    /// <summary>What of these permissions was asked for: each place has to lie where the request reached as far.</summary>
    /// <param name="granted">The permissions.</param>
    /// <param name="requested">What was asked for.</param>
    /// <param name="context">What named places stand for.</param>
    public static AdditionalPermissionProfile Within(this AdditionalPermissionProfile granted, AdditionalPermissionProfile requested, PathContext context)
    {
        ArgumentNullException.ThrowIfNull(granted);
        ArgumentNullException.ThrowIfNull(requested);
        return new AdditionalPermissionProfile(
            requested.IncludesNetwork && granted.IncludesNetwork ? new NetworkPermissions(true) : null,
            PlacesWithin(granted.Places, requested.Places, context));
    }

    /// <summary>Whether permissions that were granted include all of these.</summary>
    public static bool Cover(this AdditionalPermissionProfile granted, AdditionalPermissionProfile requested, PathContext context)
    {
        ArgumentNullException.ThrowIfNull(requested);
        return requested.Within(granted, context) == requested.Within(requested, context);
    }

    private static ManagedFileSystemPermissions With(ManagedFileSystemPermissions files, FileSystemPermissions? additional) =>
        files is ManagedFileSystemPermissions.Restricted restricted && additional is not null
            ? restricted with { Entries = [.. restricted.Entries, .. additional.Entries.Where(entry => !restricted.Entries.Contains(entry))] }
            : files;

    private static FileSystemPermissions? Merge(FileSystemPermissions? first, FileSystemPermissions? second) =>
        first is null || second is null ? first ?? second : new FileSystemPermissions([.. first.Entries.Concat(second.Entries).Distinct()]);

    private static FileSystemPermissions? PlacesWithin(
        IReadOnlyList<FileSystemSandboxEntry> granted, IReadOnlyList<FileSystemSandboxEntry> requested, PathContext context)
    {
        var reach = new FileSystemAccess(FileSystemSandboxPolicy.Restricted(requested), context);
        FileSystemSandboxEntry[] accepted =
            [.. granted.Where(entry => entry.Access.CanRead && reach.Resolve(entry.Path) is { } path && reach.Grants(path, entry.Access)).Distinct()];
        if (accepted.Length is 0)
            return null;
        // What either side takes away stays away.
        return new FileSystemPermissions(
            [.. accepted, .. requested.Concat(granted).Where(static entry => entry.Access == FileSystemAccessMode.Deny).Distinct()]);
    }
}
