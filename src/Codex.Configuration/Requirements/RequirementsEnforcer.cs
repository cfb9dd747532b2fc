using Codex.Configuration.Permissions;
using Codex.Configuration.Sections;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Requirements;

/// <summary>Replaces configured values that requirements do not allow, and says so (<c>core/src/config/mod.rs</c>).</summary>
internal sealed class RequirementsEnforcer(ConfigRequirements requirements, List<ConfigWarning> warnings)
{
    private const string NeverWithoutFullAccess =
        "`approval_policy = \"never\"` cannot be used because requirements do not allow `sandbox_mode = \"danger-full-access\"`; Codex would fall "
        + "back to read-only permissions with approvals disabled. Choose an `approval_policy` based on what you need, such as `on-request`, or choose "
        + "an allowed sandbox mode.";

    /// <summary>The sandbox of Windows: when only some are allowed, one of them is required.</summary>
    public string? WindowsSandbox(string? configured)
    {
        if (requirements.Windows is not { Value.AllowedSandboxImplementations: { } allowed } required)
            return configured;
        if (configured is not null && allowed.Contains(configured))
            return configured;
        var fallback = allowed.Contains("elevated") ? "elevated" : "unelevated";
        var candidate = configured is null ? "None" : $"Some({RequirementText.WindowsSandbox(configured)})";
        Warn(
            "windows.sandbox",
            $"Some({RequirementText.WindowsSandbox(fallback)})",
            RequirementText.Refusal("windows.sandbox", candidate, RequirementText.List(allowed.Select(RequirementText.WindowsSandbox)), required.Source));
        return fallback;
    }

    /// <summary>When the user is asked. A default that is not allowed is replaced silently.</summary>
    public AskForApproval Approval(AskForApproval configured, bool isExplicit)
    {
        if (requirements.AllowedApprovalPolicies is not { } allowed || allowed.Value.Contains(configured))
            return configured;
        var fallback = allowed.Value[0];
        if (isExplicit)
        {
            Warn("approval_policy", RequirementText.Name(fallback), RequirementText.Refusal(
                "approval_policy", RequirementText.Name(configured), RequirementText.List(allowed.Value.Select(RequirementText.Name)), allowed.Source));
        }

        return fallback;
    }

    /// <summary>Who answers. A default that is not allowed is replaced silently.</summary>
    public ApprovalsReviewer Reviewer(ApprovalsReviewer configured, bool isExplicit)
    {
        if (requirements.AllowedApprovalsReviewers is not { } allowed || allowed.Value.Contains(configured))
            return configured;
        var fallback = allowed.Value[0];
        if (isExplicit)
        {
            Warn("approvals_reviewer", RequirementText.Name(fallback), RequirementText.Refusal(
                "approvals_reviewer", RequirementText.Name(configured), RequirementText.List(allowed.Value.Select(RequirementText.Name)), allowed.Source));
        }

        return fallback;
    }

    /// <summary>What commands may touch, with what is never read.</summary>
    /// <exception cref="ConfigException">The user asked for full access without questions, and gets neither.</exception>
    public EffectivePermissions Permissions(EffectivePermissions configured, AskForApproval approval, string workingDirectory)
    {
        var refusal = PermissionLimits.Refusal(requirements, configured.Profile, workingDirectory);
        var permissions = configured;
        if (refusal is not null)
        {
            Warn("permission_profile", RequirementText.ReadOnlyProfile, refusal);
            if (approval == AskForApproval.Never && PermissionLimits.ModeOf(configured.Profile, workingDirectory) == SandboxModeRequirement.DangerFullAccess)
                throw new ConfigException(ConfigStage.Build, NeverWithoutFullAccess);
            permissions = configured with { Profile = PermissionLimits.KeepDenials(PermissionProfile.ReadOnly, configured.Profile), Active = null, ProfileRoots = [] };
        }

        return permissions with { Profile = PermissionLimits.Deny(permissions.Profile, requirements.Permissions?.Value.DenyRead ?? []) };
    }

    /// <summary>The web search tool.</summary>
    public WebSearchMode WebSearch(WebSearchMode configured)
    {
        if (requirements.AllowedWebSearchModes is not { } allowed)
            return configured;
        var accepted = new SortedSet<WebSearchMode>(allowed.Value) { WebSearchMode.Disabled };
        if (accepted.Contains(configured))
            return configured;
        var fallback = accepted.Contains(WebSearchMode.Cached) ? WebSearchMode.Cached : accepted.Max;
        Warn("web_search_mode", fallback.ToString(), RequirementText.Refusal("web_search_mode", configured.ToString(), RequirementText.List(accepted), allowed.Source));
        return fallback;
    }

    /// <summary>MCP servers: those that are not listed, or are other ones than listed, are switched off.</summary>
    public IReadOnlyDictionary<string, McpServerSection> McpServers(IReadOnlyDictionary<string, McpServerSection> configured)
    {
        if (requirements.McpServers is not { } allowed)
            return configured;
        var servers = new Dictionary<string, McpServerSection>(StringComparer.Ordinal);
        foreach (var (name, server) in configured)
        {
            servers[name] = allowed.Value.TryGetValue(name, out var identity) && identity.Matches(server)
                ? server
                : server with { Enabled = false, DisabledReason = $"requirements ({allowed.Source})" };
        }

        return servers;
    }

    private void Warn(string field, string fallback, string refusal) => warnings.Add(new ConfigWarning(
        $"Configured value for `{field}` is disallowed by requirements; falling back to required value {fallback}. Details: {refusal}"));
}
