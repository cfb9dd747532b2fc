using Codex.Configuration.Layers;
using Codex.Configuration.Sections;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Permissions;

/// <summary>Chooses between the older sandbox modes and permission profiles (<c>core/src/config/mod.rs</c>).</summary>
internal sealed class PermissionSelector(
    ConfigSettings settings,
    ConfigLayerStack stack,
    ConfigLoadRequest request,
    string workingDirectory,
    TrustLevel? trust,
    List<ConfigWarning> warnings)
{
    /// <summary>The built-in workspace profile.</summary>
    public static PermissionProfile Workspace { get; } =
        PermissionProfiles.WorkspaceWrite([], NetworkSandboxPolicy.Restricted, excludeTmpdirEnvVar: false, excludeSlashTmp: false);

    private ConfigHarnessOverrides Harness => request.Harness;

    public EffectivePermissions Select()
    {
        CheckOptions();
        var usesProfiles = UsesProfiles();
        var catalog = PermissionCatalog.Create(settings.Permissions, stack.Requirements);
        var selected = catalog.Select(Harness.DefaultPermissions ?? settings.DefaultPermissions, warnings);
        if (catalog.Profiles is { Profiles.Count: > 0 } && usesProfiles != false && selected is null && !catalog.IsRequired)
            throw Fail("config defines `[permissions]` profiles but does not set `default_permissions`");
        if (usesProfiles == false && Harness.DefaultPermissions is null && !catalog.IsRequired)
            return Effective(FromMode(Harness.SandboxMode ?? settings.SandboxMode ?? SandboxMode.ReadOnly), active: null, seedsRoots: settings.DefaultPermissions is null);
        return selected is null ? Implicit(usesProfiles is null) : Named(selected, catalog.Profiles);
    }

    private static ConfigException Fail(string message) => new(ConfigStage.Build, message);

    private void CheckOptions()
    {
        if (Harness.SandboxMode is not null && Harness.DefaultPermissions is not null)
            throw Fail("`sandbox_mode` and `default_permissions` overrides cannot both be set");
    }

    /// <summary>True for profiles, false for modes, null when nothing is selected. The highest layer that selects decides.</summary>
    private bool? UsesProfiles()
    {
        if (Harness.SandboxMode is not null)
            return false;
        if (stack.Active.Any(static layer => layer.Kind == ConfigLayerKind.SessionFlags && layer.Values.IndexOf("default_permissions") >= 0))
            return true;
        bool? usesProfiles = null;
        foreach (var layer in stack.Active)
        {
            if (layer.Values.IndexOf("sandbox_mode") >= 0)
                usesProfiles = false;
            if (layer.Values.IndexOf("default_permissions") >= 0)
                usesProfiles = true;
        }

        return usesProfiles;
    }

    /// <summary>Nothing is selected: the workspace for directories with a decision, reading only for others.</summary>
    /// <param name="seedsRoots">Whether the settings of workspace-write still count.</param>
    private EffectivePermissions Implicit(bool seedsRoots)
    {
        if (trust is null || OperatingSystem.IsWindows())
            return Effective(PermissionProfile.ReadOnly, new ActivePermissionProfile(ActivePermissionProfile.ReadOnlyId), seedsRoots);
        if (!seedsRoots)
            return Effective(Workspace, new ActivePermissionProfile(ActivePermissionProfile.WorkspaceId), seedsRoots: false);
        var active = settings.SandboxWorkspaceWrite is null ? new ActivePermissionProfile(ActivePermissionProfile.WorkspaceId) : null;
        return Effective(FromMode(SandboxMode.WorkspaceWrite), active, seedsRoots: true);
    }

    private EffectivePermissions Named(string id, PermissionsSection? profiles) => id switch
    {
        ActivePermissionProfile.ReadOnlyId => Effective(PermissionProfile.ReadOnly, new ActivePermissionProfile(id), seedsRoots: false),
        ActivePermissionProfile.WorkspaceId => Effective(Workspace, new ActivePermissionProfile(id), seedsRoots: false),
        ActivePermissionProfile.DangerFullAccessId => Effective(new PermissionProfile.Disabled(), new ActivePermissionProfile(id), seedsRoots: false),
        _ => Configured(id, profiles),
    };

    private EffectivePermissions Configured(string id, PermissionsSection? profiles)
    {
        if (id.StartsWith(':'))
            throw Fail($"default_permissions refers to unknown built-in profile `{id}`");
        if (profiles is null)
            throw Fail("default_permissions requires a `[permissions]` table");
        var compiled = new PermissionCompiler(workingDirectory, request.Host.HomeDirectory, warnings).Compile(profiles, id);
        return Effective(compiled.Profile, compiled.Active, seedsRoots: false) with { Network = compiled.Network, ProfileRoots = compiled.ProfileRoots };
    }

    private PermissionProfile FromMode(SandboxMode mode)
    {
        var workspace = settings.SandboxWorkspaceWrite ?? new SandboxWorkspaceWriteSection();
        return mode switch
        {
            SandboxMode.DangerFullAccess => new PermissionProfile.Disabled(),
            SandboxMode.WorkspaceWrite => PermissionProfiles.WorkspaceWrite(
                workspace.WritableRoots,
                NetworkSandboxPolicy.From(workspace.NetworkAccess),
                workspace.ExcludeTmpdirEnvVar,
                workspace.ExcludeSlashTmp),
            _ => PermissionProfile.ReadOnly,
        };
    }

    private EffectivePermissions Effective(PermissionProfile profile, ActivePermissionProfile? active, bool seedsRoots)
    {
        var added = Harness.AdditionalWritableRoots.Select(root => Path.GetFullPath(root, workingDirectory)).ToArray();
        var seeded = seedsRoots ? settings.SandboxWorkspaceWrite?.WritableRoots ?? [] : [];
        var roots = Harness.WorkspaceRoots?.Select(root => Path.GetFullPath(root, workingDirectory)) ?? [workingDirectory, .. added, .. seeded];
        return new EffectivePermissions(
            profile,
            active,
            [.. roots.Distinct(StringComparer.Ordinal)],
            Harness.WorkspaceRoots is not null || added.Length > 0 || seeded.Count > 0);
    }
}
