using Codex.Configuration.Requirements;
using Codex.Configuration.Sections;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Permissions;

/// <summary>The named profiles of the user and of administrators, and which of them may be selected.</summary>
/// <param name="Profiles">The profiles; null when nobody has any.</param>
/// <param name="Allowed">The ids that may be selected beside the built-in ones; null for all.</param>
internal sealed record PermissionCatalog(PermissionsSection? Profiles, IReadOnlyList<string>? Allowed)
{
    private static readonly string[] s_builtIn =
        [ActivePermissionProfile.ReadOnlyId, ActivePermissionProfile.WorkspaceId, ActivePermissionProfile.DangerFullAccessId];

    /// <summary>Whether administrators want a profile to be selected, not a sandbox mode.</summary>
    public bool IsRequired => Allowed is not null;

    /// <exception cref="ConfigException">A name is taken, reserved or unknown.</exception>
    public static PermissionCatalog Create(PermissionsSection? configured, ConfigRequirements requirements)
    {
        var catalog = new PermissionCatalog(Merge(configured, requirements.Permissions?.Value), requirements.AllowedPermissions?.Value);
        foreach (var name in catalog.Profiles?.Profiles.Keys ?? [])
        {
            if (name.StartsWith(':'))
                throw Fail($"permissions profile `{name}` uses a reserved built-in profile prefix");
        }

        catalog.CheckAllowed();
        return catalog;
    }

    /// <summary>The profile that counts; the first allowed one when the wanted one is not allowed.</summary>
    public string? Select(string? wanted, List<ConfigWarning> warnings)
    {
        if (wanted is null || Allowed is null || s_builtIn.Contains(wanted) || Allowed.Contains(wanted))
            return wanted;
        warnings.Add(new ConfigWarning(
            $"Configured value for `permission_profile` is disallowed by requirements; falling back from `{wanted}` to required value `{Allowed[0]}`."));
        return Allowed[0];
    }

    private static PermissionsSection? Merge(PermissionsSection? configured, PermissionRequirements? required)
    {
        if (required is not { Profiles.Count: > 0 })
            return configured;
        var profiles = new Dictionary<string, PermissionProfileSection>(configured?.Profiles ?? new Dictionary<string, PermissionProfileSection>(), StringComparer.Ordinal);
        foreach (var (id, profile) in required.Profiles)
        {
            if (!profiles.TryAdd(id, profile))
                throw Fail($"requirements.toml permissions profile `{id}` conflicts with a config-defined profile of the same name");
        }

        return new PermissionsSection { Profiles = profiles };
    }

    private static ConfigException Fail(string message) => new(ConfigStage.Build, message);

    private void CheckAllowed()
    {
        if (Allowed is { Count: 0 })
            throw Fail("requirements.toml allowed_permissions must include at least one profile");
        foreach (var id in Allowed ?? [])
        {
            if (!s_builtIn.Contains(id) && Profiles?.Profiles.ContainsKey(id) != true)
                throw Fail($"requirements.toml allowed_permissions refers to undefined profile `{id}`");
        }
    }
}
