using Codex.Configuration.Reading;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Sections;

/// <summary><c>[profiles.x]</c>: an older kind of profile, checked and never applied.</summary>
public sealed record ProfileSection
{
    /// <summary>Model slug.</summary>
    public string? Model { get; init; }

    /// <summary>Id of the provider.</summary>
    public string? ModelProvider { get; init; }

    /// <summary>When the user is asked.</summary>
    public AskForApproval? ApprovalPolicy { get; init; }

    /// <summary>Who answers.</summary>
    public ApprovalsReviewer? ApprovalsReviewer { get; init; }

    /// <summary>The older sandbox selector.</summary>
    public SandboxMode? SandboxMode { get; init; }

    /// <summary>Whether the model is told about permissions.</summary>
    public bool? IncludePermissionsInstructions { get; init; }

    /// <summary>Whether the model is told about apps.</summary>
    public bool? IncludeAppsInstructions { get; init; }

    /// <summary>Whether the model is told about the collaboration mode.</summary>
    public bool? IncludeCollaborationModeInstructions { get; init; }

    /// <summary>Whether the model is told about the environment.</summary>
    public bool? IncludeEnvironmentContext { get; init; }

    /// <summary>A file with base instructions.</summary>
    public string? ModelInstructionsFile { get; init; }

    /// <summary>Accepted, without effect.</summary>
    public string? JsReplNodePath { get; init; }

    /// <summary>Accepted, without effect.</summary>
    public IReadOnlyList<string>? JsReplNodeModuleDirs { get; init; }

    /// <summary>Reasoning effort.</summary>
    public string? ModelReasoningEffort { get; init; }

    /// <summary>Reasoning effort in plan mode.</summary>
    public string? PlanModeReasoningEffort { get; init; }

    /// <summary>Style of reasoning summaries.</summary>
    public string? ModelReasoningSummary { get; init; }

    /// <summary>Verbosity.</summary>
    public string? ModelVerbosity { get; init; }

    /// <summary>A file that replaces the model catalog.</summary>
    public string? ModelCatalogJson { get; init; }

    /// <summary>Personality.</summary>
    public string? Personality { get; init; }

    /// <summary>Service tier.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>Base address of ChatGPT.</summary>
    public string? ChatgptBaseUrl { get; init; }

    /// <summary>The web search tool.</summary>
    public WebSearchMode? WebSearch { get; init; }

    /// <summary>Tools.</summary>
    public ToolsSection? Tools { get; init; }

    /// <summary>Feature flags.</summary>
    public FeaturesSection? Features { get; init; }

    /// <summary>Usage reports.</summary>
    public AnalyticsSection? Analytics { get; init; }

    /// <summary>Windows.</summary>
    public WindowsSection? Windows { get; init; }

    /// <summary>A file with the prompt of compaction.</summary>
    public string? ExperimentalCompactPromptFile { get; init; }

    /// <summary>Older switch of the feature unified_exec.</summary>
    public bool? ExperimentalUseUnifiedExecTool { get; init; }

    /// <summary>Provider of --oss.</summary>
    public string? OssProvider { get; init; }

    /// <summary>The terminal interface.</summary>
    public ProfileTuiSection? Tui { get; init; }

    internal static ProfileSection Read(TableReader table) => new()
    {
        Model = table.String("model"),
        ModelProvider = table.String("model_provider"),
        ApprovalPolicy = ApprovalPolicyReader.Read(table),
        ApprovalsReviewer = ApprovalsReviewer.Find(table.Word("approvals_reviewer", "user", "auto_review", "guardian_subagent")),
        SandboxMode = (SandboxMode?)table.Variant("sandbox_mode", "read-only", "workspace-write", "danger-full-access"),
        IncludePermissionsInstructions = table.Boolean("include_permissions_instructions"),
        IncludeAppsInstructions = table.Boolean("include_apps_instructions"),
        IncludeCollaborationModeInstructions = table.Boolean("include_collaboration_mode_instructions"),
        IncludeEnvironmentContext = table.Boolean("include_environment_context"),
        ModelInstructionsFile = table.AbsolutePath("model_instructions_file"),
        JsReplNodePath = table.AbsolutePath("js_repl_node_path"),
        JsReplNodeModuleDirs = table.AbsolutePaths("js_repl_node_module_dirs"),
        ModelReasoningEffort = table.Word("model_reasoning_effort", "none", "minimal", "low", "medium", "high", "xhigh"),
        PlanModeReasoningEffort = table.Word("plan_mode_reasoning_effort", "none", "minimal", "low", "medium", "high", "xhigh"),
        ModelReasoningSummary = table.Word("model_reasoning_summary", "auto", "concise", "detailed", "none"),
        ModelVerbosity = table.Word("model_verbosity", "low", "medium", "high"),
        ModelCatalogJson = table.AbsolutePath("model_catalog_json"),
        Personality = table.Word("personality", "none", "friendly", "pragmatic"),
        ServiceTier = table.String("service_tier"),
        ChatgptBaseUrl = table.String("chatgpt_base_url"),
        WebSearch = (WebSearchMode?)table.Variant("web_search", "disabled", "cached", "live"),
        Tools = table.Section("tools", "struct ToolsToml", ToolsSection.Read),
        Features = table.Section("features", "struct FeaturesToml", FeaturesSection.Read),
        Analytics = table.Section("analytics", "struct AnalyticsConfigToml", AnalyticsSection.Read),
        Windows = table.Section("windows", "struct WindowsToml", WindowsSection.Read),
        ExperimentalCompactPromptFile = table.AbsolutePath("experimental_compact_prompt_file"),
        ExperimentalUseUnifiedExecTool = table.Boolean("experimental_use_unified_exec_tool"),
        OssProvider = table.String("oss_provider"),
        Tui = table.Section("tui", "struct ProfileTui", ProfileTuiSection.Read),
    };
}
