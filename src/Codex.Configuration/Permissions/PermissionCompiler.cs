using Codex.Configuration.Sections;
using Codex.Formats.Toml;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Permissions;

/// <summary>Turns a named profile of <c>[permissions]</c> into permissions that can be enforced (<c>core/src/config/permissions.rs</c>).</summary>
internal sealed class PermissionCompiler(string workingDirectory, string? homeDirectory, List<ConfigWarning> warnings)
{
    private readonly PermissionPaths _paths = new(homeDirectory, warnings);

    /// <exception cref="ConfigException">The profile or one of its parents cannot be used.</exception>
    public EffectivePermissions Compile(PermissionsSection permissions, string id)
    {
        var (profile, builtInBase) = PermissionInheritance.Resolve(permissions, id);
        var roots = EnabledRoots(profile.WorkspaceRoots);
        var extends = permissions.Profiles[id].Extends;
        return new EffectivePermissions(InRoots(roots, Compile(id, profile, builtInBase)), new ActivePermissionProfile(id, extends), [], WorkspaceRootsAreExplicit: false)
        {
            Network = profile.Network,
            ProfileRoots = roots,
        };
    }

    private PermissionProfile.Managed Compile(string id, PermissionProfileSection profile, string? builtInBase)
    {
        var inherited = BuiltIn(builtInBase);
        List<FileSystemSandboxEntry> entries = [.. inherited?.FileSystem().Entries ?? []];
        AddEntries(entries, id, profile.FileSystem);
        if (profile.FileSystem?.GlobScanMaxDepth == 0)
            throw new ConfigException(ConfigStage.Build, "glob_scan_max_depth must be at least 1");
        return new PermissionProfile.Managed(
            new ManagedFileSystemPermissions.Restricted(entries) { GlobScanMaxDepth = Depth(profile.FileSystem) },
            profile.Network?.Proxy.Enabled is { } network ? NetworkSandboxPolicy.From(network) : inherited?.Network() ?? NetworkSandboxPolicy.Restricted);
    }

    private static PermissionProfile? BuiltIn(string? id) => id switch
    {
        ActivePermissionProfile.ReadOnlyId => PermissionProfile.ReadOnly,
        ActivePermissionProfile.WorkspaceId => PermissionSelector.Workspace,
        _ => null,
    };

    private static int? Depth(PermissionFileSystemSection? section) =>
        section?.GlobScanMaxDepth is { } depth ? (int)Math.Min(depth, int.MaxValue) : null;

    private string[] EnabledRoots(IReadOnlyDictionary<string, TomlValue>? roots) =>
    [
        .. (roots ?? new Dictionary<string, TomlValue>())
            .Where(static root => root.Value is TomlBoolean { Value: true })
            .Select(static root => root.Key)
            .Order(StringComparer.Ordinal)
            .Select(root => AbsolutePaths.Resolve(root, workingDirectory)),
    ];

    /// <summary>The profile's own roots count beside those of the session, which are filled in when it starts.</summary>
    private static PermissionProfile.Managed InRoots(string[] roots, PermissionProfile.Managed profile)
    {
        if (roots.Length == 0 || profile.FileSystem is not ManagedFileSystemPermissions.Restricted restricted)
            return profile;
        var placed = profile.WithWorkspaceRoots(roots).FileSystem().Entries.Except(restricted.Entries);
        return profile with { FileSystem = restricted with { Entries = [.. restricted.Entries, .. placed] } };
    }

    private void AddEntries(List<FileSystemSandboxEntry> entries, string id, PermissionFileSystemSection? section)
    {
        if (section is not { Paths.Count: > 0 })
        {
            if (entries.Count == 0)
                WarnAboutNothing(id);
            return;
        }

        WarnAboutPatterns(section);
        foreach (var (path, access) in section.Paths)
        {
            if (access.Mode is { } mode)
                entries.Add(new FileSystemSandboxEntry(_paths.Whole(path, mode), mode));
            foreach (var (subpath, below) in access.Below ?? new Dictionary<string, FileSystemAccessMode>())
                entries.Add(new FileSystemSandboxEntry(_paths.Below(path, subpath, below), below));
        }
    }

    private void WarnAboutNothing(string id) => Warn(
        $"Permissions profile `{id}` does not define any recognized filesystem entries for this version of Codex. Filesystem access will remain "
        + "restricted. Upgrade Codex if this profile expects filesystem permissions.");

    private void WarnAboutPatterns(PermissionFileSystemSection section)
    {
        if (OperatingSystem.IsMacOS())
            return;
        foreach (var (path, pattern, access) in Patterns(section))
        {
            if (access != FileSystemAccessMode.Deny && PermissionPaths.IsPattern(pattern))
            {
                Warn($"Filesystem glob `{path}` uses `read` or `write` access, which is not fully supported by this platform's sandboxing. "
                    + "Use an exact path or trailing `/**` subtree rule instead. `deny` globs are supported.");
            }
        }

        foreach (var (path, pattern, access) in section.GlobScanMaxDepth is null ? Patterns(section) : [])
        {
            if (access == FileSystemAccessMode.Deny && pattern.Contains("**", StringComparison.Ordinal))
            {
                Warn($"Filesystem deny-read glob `{path}` uses `**`. Non-macOS sandboxing does not support unbounded `**` natively; set "
                    + "`glob_scan_max_depth` in this filesystem profile to cap Linux glob expansion and silence this warning, or enumerate explicit "
                    + "depths such as `*.env`, `*/*.env`, and `*/*/*.env`.");
            }
        }
    }

    private static IEnumerable<(string Shown, string Pattern, FileSystemAccessMode Access)> Patterns(PermissionFileSystemSection section)
    {
        foreach (var (path, access) in section.Paths)
        {
            if (access.Mode is { } mode)
                yield return (path, path, mode);
            foreach (var (subpath, below) in access.Below ?? new Dictionary<string, FileSystemAccessMode>())
                yield return ($"{path}/{subpath}", subpath, below);
        }
    }

    private void Warn(string message) => warnings.Add(new ConfigWarning(message));
}
