using Codex.Configuration.Sections;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Permissions;

/// <summary>Follows the parents of a named permission profile (<c>config/src/permissions_toml.rs</c>).</summary>
internal static class PermissionInheritance
{
    /// <summary>The profile with all it inherits, and the built-in profile at the end of the chain, if one is.</summary>
    /// <exception cref="ConfigException">A parent is unknown or cannot be extended, or the chain is a circle.</exception>
    public static (PermissionProfileSection Profile, string? BuiltInBase) Resolve(PermissionsSection permissions, string id)
    {
        var chain = new List<PermissionProfileSection>();
        var names = new List<string>();
        for (var name = id; ;)
        {
            if (names.IndexOf(name) is >= 0 and var start)
                throw Fail($"permissions profile inheritance cycle detected: {string.Join(" -> ", names.Skip(start).Append(name))}");
            if (permissions.Profiles.TryGetValue(name, out var profile))
                chain.Add(profile);
            else if (names.Count > 0 && name is ActivePermissionProfile.ReadOnlyId or ActivePermissionProfile.WorkspaceId)
                return (Merge(chain), name);
            else
                throw Fail(Unknown(name, names.LastOrDefault()));
            names.Add(name);
            if (profile.Extends is not { } parent)
                return (Merge(chain), BuiltInBase: null);
            name = parent;
        }
    }

    private static PermissionProfileSection Merge(List<PermissionProfileSection> chain)
    {
        var merged = chain[^1];
        for (var i = chain.Count - 2; i >= 0; i--)
            merged = chain[i].Over(merged);
        return merged;
    }

    private static string Unknown(string name, string? child)
    {
        if (child is null)
            return $"default_permissions refers to undefined profile `{name}`";
        return name.StartsWith(':')
            ? $"permissions profile `{child}` cannot extend unsupported built-in profile `{name}`"
            : $"permissions profile `{child}` extends undefined profile `{name}`";
    }

    private static ConfigException Fail(string message) => new(ConfigStage.Build, message);
}
