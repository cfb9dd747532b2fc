using Codex.Configuration.Sections;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Permissions;

/// <summary>Why a named permission profile cannot be used.</summary>
internal static class PermissionProfileRules
{
    /// <summary>The error for a profile that is not built in.</summary>
    public static ConfigException Reject(string id, PermissionsSection? permissions) => new(ConfigStage.Build, Reason(id, permissions));

    private static string Reason(string id, PermissionsSection? permissions)
    {
        if (id.StartsWith(':'))
            return $"default_permissions refers to unknown built-in profile `{id}`";
        if (permissions is null)
            return "default_permissions requires a `[permissions]` table";
        var visited = new List<string>();
        string? child = null;
        for (var name = id; ; name = permissions.Profiles[name].Extends!)
        {
            var cycle = visited.IndexOf(name);
            if (cycle >= 0)
                return $"permissions profile inheritance cycle detected: {string.Join(" -> ", visited.Skip(cycle).Append(name))}";
            if (name is ActivePermissionProfile.ReadOnlyId or ActivePermissionProfile.WorkspaceId)
                break;
            if (!permissions.Profiles.TryGetValue(name, out var profile))
                return Undefined(name, child);
            visited.Add(name);
            child = name;
            if (profile.Extends is null)
                break;
        }

        return $"permissions profile `{id}` cannot be used: this program enforces the built-in profiles only, "
            + "select `:read-only`, `:workspace` or `:danger-full-access`";
    }

    private static string Undefined(string name, string? child)
    {
        if (child is null)
            return $"default_permissions refers to undefined profile `{name}`";
        return name.StartsWith(':')
            ? $"permissions profile `{child}` cannot extend unsupported built-in profile `{name}`"
            : $"permissions profile `{child}` extends undefined profile `{name}`";
    }
}
