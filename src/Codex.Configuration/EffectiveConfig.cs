using Codex.Configuration.Features;
using Codex.Configuration.Permissions;
using Codex.Configuration.Providers;
using Codex.Configuration.Requirements;
using Codex.Configuration.Sections;
using Codex.Protocol.Permissions;

namespace Codex.Configuration;

/// <summary>The values a session runs with: defaults filled in, options of the command applied, meaning checked.</summary>
public sealed record EffectiveConfig
{
    /// <summary>The settings as written, for everything that has no member here.</summary>
    public required ConfigSettings Settings { get; init; }

    /// <summary>The directory of Codex; absolute.</summary>
    public required string CodexHome { get; init; }

    /// <summary>The working directory; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Model slug; null for the catalog's default.</summary>
    public string? Model { get; init; }

    /// <summary>Model of reviews; null for the session's.</summary>
    public string? ReviewModel { get; init; }

    /// <summary>The provider.</summary>
    public required ModelProviderInfo ModelProvider { get; init; }

    /// <summary>All providers by id.</summary>
    public required IReadOnlyDictionary<string, ModelProviderInfo> ModelProviders { get; init; }

    /// <summary>The recording that the replay provider plays; null for the embedded one.</summary>
    public string? ReplayCassette { get; init; }

    /// <summary>What holds for every sandboxed command.</summary>
    public SandboxSection Sandbox { get; init; } = new();

    /// <summary>A file that replaces the model catalog.</summary>
    public string? ModelCatalogFile { get; init; }

    /// <summary>Context window in tokens; null for the catalog's.</summary>
    public long? ModelContextWindow { get; init; }

    /// <summary>Tokens from which the conversation is compacted; null for the catalog's.</summary>
    public long? ModelAutoCompactTokenLimit { get; init; }

    /// <summary>What that limit counts.</summary>
    public AutoCompactScope ModelAutoCompactTokenLimitScope { get; init; }

    /// <summary>Reasoning effort word; null for the model's default.</summary>
    public string? ModelReasoningEffort { get; init; }

    /// <summary>Reasoning effort in plan mode.</summary>
    public string? PlanModeReasoningEffort { get; init; }

    /// <summary>Style of reasoning summaries; null for the model's default.</summary>
    public string? ModelReasoningSummary { get; init; }

    /// <summary>Whether the model is taken to support summaries.</summary>
    public bool? ModelSupportsReasoningSummaries { get; init; }

    /// <summary>Verbosity; null for the model's default.</summary>
    public string? ModelVerbosity { get; init; }

    /// <summary>Service tier of requests.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>none, friendly, pragmatic, or null.</summary>
    public string? Personality { get; init; }

    /// <summary>When the user is asked.</summary>
    public required AskForApproval ApprovalPolicy { get; init; }

    /// <summary>Who answers.</summary>
    public required ApprovalsReviewer ApprovalsReviewer { get; init; }

    /// <summary>What commands may touch.</summary>
    public required EffectivePermissions Permissions { get; init; }

    /// <summary>How the network of commands is filtered; null when it is all or nothing.</summary>
    public EffectiveNetworkProxy? NetworkProxy { get; init; }

    /// <summary>The user's decision about the working directory, or null.</summary>
    public TrustLevel? TrustLevel { get; init; }

    /// <summary>The environment of commands.</summary>
    public required ShellEnvironmentPolicySection ShellEnvironmentPolicy { get; init; }

    /// <summary>Whether commands may run in a login shell.</summary>
    public bool AllowLoginShell { get; init; }

    /// <summary>Longest wait for background output.</summary>
    public TimeSpan BackgroundTerminalMaxTimeout { get; init; }

    /// <summary>Tokens kept of a tool output; null for the model's policy.</summary>
    public long? ToolOutputTokenLimit { get; init; }

    /// <summary>The feature flags.</summary>
    public required FeatureSet Features { get; init; }

    /// <summary>The web search tool.</summary>
    public WebSearchMode WebSearch { get; init; }

    /// <summary>Settings of the web search tool.</summary>
    public WebSearchToolSection? WebSearchTool { get; init; }

    /// <summary>Whether the model can ask the user.</summary>
    public bool RequestUserInputEnabled { get; init; }

    /// <summary>Base instructions; null for the model's.</summary>
    public string? BaseInstructions { get; init; }

    /// <summary>A further developer message.</summary>
    public string? DeveloperInstructions { get; init; }

    /// <summary>Prompt of compaction; null for the built-in one.</summary>
    public string? CompactPrompt { get; init; }

    /// <summary>Whether the model is told about permissions.</summary>
    public bool IncludePermissionsInstructions { get; init; }

    /// <summary>Whether the model is told about apps.</summary>
    public bool IncludeAppsInstructions { get; init; }

    /// <summary>Whether the model is told about the collaboration mode.</summary>
    public bool IncludeCollaborationModeInstructions { get; init; }

    /// <summary>Whether the model is told about skills.</summary>
    public bool IncludeSkillInstructions { get; init; }

    /// <summary>Whether the model is told about the environment.</summary>
    public bool IncludeEnvironmentContext { get; init; }

    /// <summary>Bytes of project documents shown to the model.</summary>
    public long ProjectDocMaxBytes { get; init; }

    /// <summary>Names tried after AGENTS.md.</summary>
    public IReadOnlyList<string> ProjectDocFallbackFilenames { get; init; } = [];

    /// <summary>Names that mark a project root.</summary>
    public IReadOnlyList<string> ProjectRootMarkers { get; init; } = [];

    /// <summary>Whether reasoning is hidden.</summary>
    public bool HideAgentReasoning { get; init; }

    /// <summary>Whether raw reasoning is shown.</summary>
    public bool ShowRawAgentReasoning { get; init; }

    /// <summary>The message history file.</summary>
    public required HistorySection History { get; init; }

    /// <summary>The program told about finished turns, with its arguments; null for none.</summary>
    public IReadOnlyList<string>? Notify { get; init; }

    /// <summary>What administrators require.</summary>
    public ConfigRequirements Requirements { get; init; } = ConfigRequirements.None;

    /// <summary>What the reviewing agent is told beyond its own instructions, or null.</summary>
    public string? AutoReviewPolicy { get; init; }

    /// <summary>Sandbox implementation on Windows, or null.</summary>
    public string? WindowsSandbox { get; init; }

    /// <summary>MCP servers by name; those that are not allowed are off.</summary>
    public IReadOnlyDictionary<string, McpServerSection> McpServers { get; init; } = new Dictionary<string, McpServerSection>();

    /// <summary>Where logins are kept.</summary>
    public CredentialsStore CredentialsStore { get; init; }

    /// <summary>The only allowed login, or null.</summary>
    public LoginMethod? ForcedLoginMethod { get; init; }

    /// <summary>Allowed workspaces, or null.</summary>
    public IReadOnlyList<string>? ForcedChatGptWorkspaceIds { get; init; }

    /// <summary>Base address of ChatGPT.</summary>
    public required string ChatGptBaseUrl { get; init; }

    /// <summary>Directory of logs; absolute.</summary>
    public required string LogDirectory { get; init; }

    /// <summary>Directory of the databases; absolute.</summary>
    public required string SqliteHome { get; init; }

    /// <summary>Limits of sub-agents.</summary>
    public required EffectiveAgents Agents { get; init; }

    /// <summary>Whether updates are looked for.</summary>
    public bool CheckForUpdateOnStartup { get; init; }
}
