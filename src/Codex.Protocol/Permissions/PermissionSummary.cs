using System.Text;

namespace Codex.Protocol.Permissions;

/// <summary>One line about permissions, for status displays (<c>utils/sandbox-summary</c>).</summary>
public static class PermissionSummary
{
    private const string NetworkSuffix = " (network access enabled)";

    /// <summary>The line for a profile: workspace roots are listed, roots that only the profile knows are not.</summary>
    public static string Describe(PermissionProfile profile, string workingDirectory, IReadOnlyList<string> workspaceRoots)
    {
        if (profile.ToLegacy(workingDirectory) is not { } legacy)
        {
            return WithNetwork("custom permissions", profile.Network().IsEnabled);
        }

        if (legacy is not SandboxPolicy.WorkspaceWrite workspace)
        {
            return Describe(legacy);
        }

        List<string> others = [];
        foreach (var root in workspaceRoots)
        {
            if (root != workingDirectory)
            {
                others.Add(root);
            }
        }

        return Describe(workspace with { WritableRoots = others });
    }

    /// <summary>The line for a legacy policy.</summary>
    public static string Describe(SandboxPolicy policy) => policy switch
    {
        SandboxPolicy.ReadOnly readOnly => WithNetwork(policy.Name, readOnly.NetworkAccess),
        SandboxPolicy.ExternalSandbox external => WithNetwork(policy.Name, external.NetworkAccess.IsEnabled),
        SandboxPolicy.WorkspaceWrite workspace => WithNetwork(Roots(workspace), workspace.NetworkAccess),
        _ => policy.Name,
    };

    private static string Roots(SandboxPolicy.WorkspaceWrite workspace)
    {
        var text = new StringBuilder(workspace.Name).Append(" [workdir");
        if (!workspace.ExcludeSlashTmp)
        {
            text.Append(", /tmp");
        }

        if (!workspace.ExcludeTmpdirEnvVar)
        {
            text.Append(", $TMPDIR");
        }

        foreach (var root in workspace.WritableRoots)
        {
            text.Append(", ").Append(root);
        }

        return text.Append(']').ToString();
    }

    private static string WithNetwork(string text, bool enabled) => enabled ? text + NetworkSuffix : text;
}
