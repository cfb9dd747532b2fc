namespace Codex.Protocol.Permissions;

/// <summary>Making profiles and taking them apart (<c>protocol/src/models.rs</c>).</summary>
public static class PermissionProfiles
{
    /// <summary>
    /// Reading everything; writing workspace roots (still named, see <see cref="WithWorkspaceRoots"/>), temporary directories and the given roots.
    /// </summary>
    public static PermissionProfile WorkspaceWrite(
        IReadOnlyList<string> writableRoots,
        NetworkSandboxPolicy network,
        bool excludeTmpdirEnvVar,
        bool excludeSlashTmp) =>
        Managed(WorkspaceWritePolicy(writableRoots, excludeTmpdirEnvVar, excludeSlashTmp), network);

    /// <summary>The profile that a legacy policy means; workspace roots stay named.</summary>
    public static PermissionProfile FromLegacy(SandboxPolicy policy) => policy switch
    {
        SandboxPolicy.ReadOnly readOnly => Managed(FileSystemFromLegacy(policy), NetworkSandboxPolicy.From(readOnly.NetworkAccess)),
        SandboxPolicy.WorkspaceWrite workspace => Managed(FileSystemFromLegacy(policy), NetworkSandboxPolicy.From(workspace.NetworkAccess)),
        SandboxPolicy.ExternalSandbox external => new PermissionProfile.External(NetworkSandboxPolicy.From(external.NetworkAccess.IsEnabled)),
        _ => new PermissionProfile.Disabled(),
    };

    /// <summary>The file-system policy that a legacy policy means in a directory, existing protected paths listed.</summary>
    public static FileSystemSandboxPolicy FileSystemFromLegacy(SandboxPolicy policy, string workingDirectory)
    {
        var fileSystem = FileSystemFromLegacy(policy);
        if (policy is not SandboxPolicy.WorkspaceWrite workspace)
        {
            return fileSystem;
        }

        List<FileSystemSandboxEntry> entries = [.. fileSystem.Entries];
        PolicyEntries.AddReadOnly(entries, ProtectedPaths.ReadOnlySubpaths(workingDirectory, protectMissingCodex: true));
        foreach (var root in workspace.WritableRoots)
        {
            PolicyEntries.AddReadOnly(entries, ProtectedPaths.ReadOnlySubpaths(root, protectMissingCodex: false));
        }

        return FileSystemSandboxPolicy.Restricted(entries);
    }

    /// <summary>The file-system half of a profile.</summary>
    public static FileSystemSandboxPolicy FileSystem(this PermissionProfile profile) => profile switch
    {
        PermissionProfile.Managed { FileSystem: ManagedFileSystemPermissions.Restricted restricted } =>
            FileSystemSandboxPolicy.Restricted(restricted.Entries) with { GlobScanMaxDepth = restricted.GlobScanMaxDepth },
        PermissionProfile.External => FileSystemSandboxPolicy.ExternalSandbox,
        _ => FileSystemSandboxPolicy.Unrestricted,
    };

    /// <summary>The network half of a profile.</summary>
    public static NetworkSandboxPolicy Network(this PermissionProfile profile) => profile switch
    {
        PermissionProfile.Managed managed => managed.Network,
        PermissionProfile.External external => external.Network,
        _ => NetworkSandboxPolicy.Enabled,
    };

    /// <summary>Resolves the file-system half for one working directory and host.</summary>
    public static FileSystemAccess AccessIn(this PermissionProfile profile, PathContext context) => new(profile.FileSystem(), context);

    /// <summary>The profile with the named workspace roots replaced by the given ones; each entry once per root, in place.</summary>
    public static PermissionProfile WithWorkspaceRoots(this PermissionProfile profile, IReadOnlyList<string> workspaceRoots)
    {
        if (profile is not PermissionProfile.Managed { FileSystem: ManagedFileSystemPermissions.Restricted restricted } managed)
        {
            return profile;
        }

        var entries = new List<FileSystemSandboxEntry>(restricted.Entries.Count);
        foreach (var entry in restricted.Entries)
        {
            entries.AddRange(InRoots(entry.Path, workspaceRoots).Select(path => entry with { Path = path }));
        }

        return managed with { FileSystem = restricted with { Entries = entries } };
    }

    private static IEnumerable<FileSystemPath> InRoots(FileSystemPath path, IReadOnlyList<string> roots) => path switch
    {
        FileSystemPath.Special { Value: { IsProjectRoots: true } place } =>
            roots.Select(root => new FileSystemPath.Absolute(AbsolutePaths.Resolve(place.Subpath ?? string.Empty, root))),
        FileSystemPath.Glob glob when WorkspaceGlob.Below(glob.Pattern) is { } below =>
            roots.Select(root => new FileSystemPath.Glob(AbsolutePaths.Resolve(below, root))),
        _ => [path],
    };

    /// <summary>The legacy policy nearest to a profile; null when it writes outside of the workspace in a way the legacy form cannot say.</summary>
    public static SandboxPolicy? ToLegacy(this PermissionProfile profile, string workingDirectory) => profile switch
    {
        PermissionProfile.Disabled => new SandboxPolicy.DangerFullAccess(),
        PermissionProfile.External external => new SandboxPolicy.ExternalSandbox(NetworkAccess.From(external.Network.IsEnabled)),
        _ => new LegacyProjection(profile.FileSystem(), profile.Network(), workingDirectory).Project(),
    };

    /// <summary>The <c>file_system_sandbox_policy</c> of a turn context line: null when the legacy policy beside it says the same.</summary>
    public static FileSystemSandboxPolicy? BeyondLegacy(this PermissionProfile profile, string workingDirectory)
    {
        var own = profile.FileSystem();
        var legacy = profile.ToLegacy(workingDirectory);
        return legacy is not null && own == FileSystemFromLegacy(legacy, workingDirectory) ? null : own;
    }

    private static PermissionProfile.Managed Managed(FileSystemSandboxPolicy policy, NetworkSandboxPolicy network) =>
        new(new ManagedFileSystemPermissions.Restricted(policy.Entries) { GlobScanMaxDepth = policy.GlobScanMaxDepth }, network);

    private static FileSystemSandboxPolicy FileSystemFromLegacy(SandboxPolicy policy) => policy switch
    {
        SandboxPolicy.WorkspaceWrite workspace =>
            WorkspaceWritePolicy(workspace.WritableRoots, workspace.ExcludeTmpdirEnvVar, workspace.ExcludeSlashTmp),
        SandboxPolicy.ReadOnly => PermissionProfile.ReadOnly.FileSystem(),
        SandboxPolicy.ExternalSandbox => FileSystemSandboxPolicy.ExternalSandbox,
        _ => FileSystemSandboxPolicy.Unrestricted,
    };

    private static FileSystemSandboxPolicy WorkspaceWritePolicy(IReadOnlyList<string> writableRoots, bool excludeTmpdirEnvVar, bool excludeSlashTmp)
    {
        List<FileSystemSandboxEntry> entries =
        [
            FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Root, FileSystemAccessMode.Read),
            FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.ProjectRoots(null), FileSystemAccessMode.Write),
        ];
        if (!excludeSlashTmp)
        {
            entries.Add(FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.SlashTmp, FileSystemAccessMode.Write));
        }

        if (!excludeTmpdirEnvVar)
        {
            entries.Add(FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Tmpdir, FileSystemAccessMode.Write));
        }

        foreach (var root in writableRoots)
        {
            entries.Add(FileSystemSandboxEntry.ForPath(root, FileSystemAccessMode.Write));
        }

        foreach (var name in ProtectedPaths.Names)
        {
            PolicyEntries.AddReadOnly(entries, new FileSystemPath.Special(FileSystemSpecialPath.ProjectRoots(name)));
        }

        foreach (var root in writableRoots)
        {
            PolicyEntries.AddReadOnly(entries, ProtectedPaths.ReadOnlySubpaths(root, protectMissingCodex: false));
        }

        return FileSystemSandboxPolicy.Restricted(entries);
    }
}
