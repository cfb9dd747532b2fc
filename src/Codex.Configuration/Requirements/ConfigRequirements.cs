using Codex.Configuration.Sections;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Requirements;

/// <summary>What administrators require: of each field the strongest source's value, with that source. Null means unrestricted.</summary>
public sealed record ConfigRequirements
{
    /// <summary>No requirements.</summary>
    public static ConfigRequirements None { get; } = new();

    /// <inheritdoc cref="RequirementsSettings.AllowedApprovalPolicies"/>
    public Sourced<IReadOnlyList<AskForApproval>>? AllowedApprovalPolicies { get; init; }

    /// <inheritdoc cref="RequirementsSettings.AllowedApprovalsReviewers"/>
    public Sourced<IReadOnlyList<ApprovalsReviewer>>? AllowedApprovalsReviewers { get; init; }

    /// <inheritdoc cref="RequirementsSettings.AllowedSandboxModes"/>
    public Sourced<IReadOnlyList<SandboxModeRequirement>>? AllowedSandboxModes { get; init; }

    /// <inheritdoc cref="RequirementsSettings.AllowedPermissions"/>
    public Sourced<IReadOnlyList<string>>? AllowedPermissions { get; init; }

    /// <inheritdoc cref="RequirementsSettings.AllowedWebSearchModes"/>
    public Sourced<IReadOnlyList<WebSearchMode>>? AllowedWebSearchModes { get; init; }

    /// <inheritdoc cref="RequirementsSettings.AllowManagedHooksOnly"/>
    public Sourced<bool>? AllowManagedHooksOnly { get; init; }

    /// <inheritdoc cref="RequirementsSettings.AllowAppshots"/>
    public Sourced<bool>? AllowAppshots { get; init; }

    /// <inheritdoc cref="RequirementsSettings.ComputerUse"/>
    public Sourced<ComputerUseRequirement>? ComputerUse { get; init; }

    /// <inheritdoc cref="RequirementsSettings.Windows"/>
    public Sourced<WindowsRequirement>? Windows { get; init; }

    /// <inheritdoc cref="RequirementsSettings.Features"/>
    public Sourced<IReadOnlyDictionary<string, bool>>? Features { get; init; }

    /// <inheritdoc cref="RequirementsSettings.Hooks"/>
    public Sourced<ManagedHooks>? Hooks { get; init; }

    /// <inheritdoc cref="RequirementsSettings.McpServers"/>
    public Sourced<IReadOnlyDictionary<string, McpServerIdentity>>? McpServers { get; init; }

    /// <inheritdoc cref="RequirementsSettings.PluginMcpServers"/>
    public Sourced<IReadOnlyDictionary<string, IReadOnlyDictionary<string, McpServerIdentity>>>? PluginMcpServers { get; init; }

    /// <inheritdoc cref="RequirementsSettings.Apps"/>
    public Sourced<IReadOnlyDictionary<string, AppRequirement>>? Apps { get; init; }

    /// <inheritdoc cref="RequirementsSettings.Rules"/>
    public Sourced<IReadOnlyList<CommandRule>>? Rules { get; init; }

    /// <inheritdoc cref="RequirementsSettings.EnforceResidency"/>
    public Sourced<string>? EnforceResidency { get; init; }

    /// <inheritdoc cref="RequirementsSettings.Network"/>
    public Sourced<NetworkRequirements>? Network { get; init; }

    /// <inheritdoc cref="RequirementsSettings.Permissions"/>
    public Sourced<PermissionRequirements>? Permissions { get; init; }

    /// <inheritdoc cref="RequirementsSettings.GuardianPolicyConfig"/>
    public Sourced<string>? GuardianPolicyConfig { get; init; }

    /// <summary>Whether nothing is required.</summary>
    public bool IsEmpty => this == None;

    /// <summary>These requirements with those of a weaker source where these say nothing.</summary>
    internal ConfigRequirements Over(RequirementsSettings weaker, string source) => new()
    {
        AllowedApprovalPolicies = AllowedApprovalPolicies ?? From(weaker.AllowedApprovalPolicies, source),
        AllowedApprovalsReviewers = AllowedApprovalsReviewers ?? From(weaker.AllowedApprovalsReviewers, source),
        AllowedSandboxModes = AllowedSandboxModes ?? From(weaker.AllowedSandboxModes, source),
        AllowedPermissions = AllowedPermissions ?? From(weaker.AllowedPermissions, source),
        AllowedWebSearchModes = AllowedWebSearchModes ?? From(weaker.AllowedWebSearchModes, source),
        AllowManagedHooksOnly = AllowManagedHooksOnly ?? FromSwitch(weaker.AllowManagedHooksOnly, source),
        AllowAppshots = AllowAppshots ?? FromSwitch(weaker.AllowAppshots, source),
        ComputerUse = ComputerUse ?? From(weaker.ComputerUse, source),
        Windows = Windows ?? From(weaker.Windows, source),
        Features = Features ?? From(weaker.Features, source),
        Hooks = Hooks ?? From(weaker.Hooks, source),
        McpServers = McpServers ?? From(weaker.McpServers, source),
        PluginMcpServers = PluginMcpServers ?? From(weaker.PluginMcpServers, source),
        Apps = MergeApps(weaker.Apps, source),
        Rules = Rules ?? From(weaker.Rules, source),
        EnforceResidency = EnforceResidency ?? From(weaker.EnforceResidency, source),
        Network = Network ?? From(weaker.Network, source),
        Permissions = Permissions ?? From(weaker.Permissions, source),
        GuardianPolicyConfig = GuardianPolicyConfig ?? From(weaker.GuardianPolicyConfig, source),
    };

    private static Sourced<T>? From<T>(T? value, string source)
        where T : class => value is null ? null : new Sourced<T>(value, source);

    private static Sourced<bool>? FromSwitch(bool? value, string source) => value is { } given ? new Sourced<bool>(given, source) : null;

    /// <summary>Apps are the one field to which every source adds.</summary>
    private Sourced<IReadOnlyDictionary<string, AppRequirement>>? MergeApps(IReadOnlyDictionary<string, AppRequirement>? weaker, string source)
    {
        if (Apps is null || weaker is null)
            return Apps ?? From(weaker, source);
        var merged = new SortedDictionary<string, AppRequirement>(StringComparer.Ordinal);
        foreach (var (id, app) in weaker)
            merged[id] = app;
        foreach (var (id, app) in Apps.Value)
            merged[id] = merged.TryGetValue(id, out var other) ? app.Over(other) : app;
        return Apps with { Value = merged };
    }
}
