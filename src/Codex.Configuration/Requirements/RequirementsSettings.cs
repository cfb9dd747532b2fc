using Codex.Configuration.Reading;
using Codex.Configuration.Sections;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Requirements;

/// <summary>One source of requirements as written (<c>config/src/config_requirements.rs</c>). Null means absent.</summary>
public sealed record RequirementsSettings
{
    /// <summary>When the user may be asked; the first is used when the configured one is not among them.</summary>
    public IReadOnlyList<AskForApproval>? AllowedApprovalPolicies { get; init; }

    /// <summary>Who may answer.</summary>
    public IReadOnlyList<ApprovalsReviewer>? AllowedApprovalsReviewers { get; init; }

    /// <summary>Sandboxes.</summary>
    public IReadOnlyList<SandboxModeRequirement>? AllowedSandboxModes { get; init; }

    /// <summary>Permission profiles by name.</summary>
    public IReadOnlyList<string>? AllowedPermissions { get; init; }

    /// <summary>Sandboxes on some hosts.</summary>
    public IReadOnlyList<RemoteSandboxRequirement>? RemoteSandboxConfig { get; init; }

    /// <summary>Modes of the web search tool; disabled is always allowed.</summary>
    public IReadOnlyList<WebSearchMode>? AllowedWebSearchModes { get; init; }

    /// <summary>Whether only the administrator's hooks run.</summary>
    public bool? AllowManagedHooksOnly { get; init; }

    /// <summary>Whether the desktop program may take pictures of programs.</summary>
    public bool? AllowAppshots { get; init; }

    /// <summary>Use of the computer by the desktop program.</summary>
    public ComputerUseRequirement? ComputerUse { get; init; }

    /// <summary>Sandboxes on Windows.</summary>
    public WindowsRequirement? Windows { get; init; }

    /// <summary>Features that have a fixed value.</summary>
    public IReadOnlyDictionary<string, bool>? Features { get; init; }

    /// <summary>Hooks of the administrator.</summary>
    public ManagedHooks? Hooks { get; init; }

    /// <summary>The only MCP servers, by name.</summary>
    public IReadOnlyDictionary<string, McpServerIdentity>? McpServers { get; init; }

    /// <summary>The only MCP servers of plugins, by plugin and name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, McpServerIdentity>>? PluginMcpServers { get; init; }

    /// <summary>Apps by id.</summary>
    public IReadOnlyDictionary<string, AppRequirement>? Apps { get; init; }

    /// <summary>Rules for commands.</summary>
    public IReadOnlyList<CommandRule>? Rules { get; init; }

    /// <summary>Where data may be processed: <c>us</c>.</summary>
    public string? EnforceResidency { get; init; }

    /// <summary>The network proxy.</summary>
    public NetworkRequirements? Network { get; init; }

    /// <summary>Paths that are never read, and profiles.</summary>
    public PermissionRequirements? Permissions { get; init; }

    /// <summary>What the reviewing agent is told.</summary>
    public string? GuardianPolicyConfig { get; init; }

    internal static RequirementsSettings Read(TableReader table) => new()
    {
        AllowedApprovalPolicies = RequirementWords.Approvals(table),
        AllowedApprovalsReviewers = RequirementWords.Reviewers(table),
        AllowedSandboxModes = RequirementWords.SandboxModes(table),
        AllowedPermissions = table.Strings("allowed_permissions"),
        RemoteSandboxConfig = table.Sections("remote_sandbox_config", "struct RemoteSandboxConfigToml", RemoteSandboxRequirement.Read),
        AllowedWebSearchModes = RequirementWords.WebSearchModes(table),
        AllowManagedHooksOnly = table.Boolean("allow_managed_hooks_only"),
        AllowAppshots = table.Boolean("allow_appshots"),
        ComputerUse = table.Section("computer_use", "struct ComputerUseRequirementsToml", ComputerUseRequirement.Read),
        Windows = table.Section("windows", "struct WindowsRequirementsToml", WindowsRequirement.Read),
        Features = table.Section(
            table.Raw("features") is null ? "feature_requirements" : "features", "struct FeatureRequirementsToml", FeaturesSection.ReadFixed),
        Hooks = table.Section("hooks", "struct ManagedHooksRequirementsToml", ManagedHooks.Read),
        McpServers = McpServerIdentity.ReadMap(table),
        PluginMcpServers = table.Map<IReadOnlyDictionary<string, McpServerIdentity>>(
            "plugins", "struct PluginRequirementsToml", static plugin => McpServerIdentity.ReadMap(plugin) ?? new Dictionary<string, McpServerIdentity>()),
        Apps = AppRequirement.ReadMap(table),
        Rules = CommandRule.ReadAll(table),
        EnforceResidency = table.Word("enforce_residency", "us"),
        Network = table.Section("experimental_network", "struct RawNetworkRequirementsToml", NetworkRequirements.Read),
        Permissions = table.Section("permissions", "struct PermissionsRequirementsToml", PermissionRequirements.Read),
        GuardianPolicyConfig = table.String("guardian_policy_config")?.Trim() is { Length: > 0 } policy ? policy : null,
    };
}
