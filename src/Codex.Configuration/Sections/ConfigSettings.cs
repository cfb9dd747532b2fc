using Codex.Configuration.Reading;
using Codex.Formats.Toml;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Sections;

/// <summary>All settings of a configuration as written, before defaults (<c>config/src/config_toml.rs</c>). Null means absent.</summary>
public sealed record ConfigSettings
{
    /// <summary>Model slug.</summary>
    public string? Model { get; init; }

    /// <summary>Model of reviews.</summary>
    public string? ReviewModel { get; init; }

    /// <summary>Id of the provider.</summary>
    public string? ModelProvider { get; init; }

    /// <summary>Context window in tokens.</summary>
    public long? ModelContextWindow { get; init; }

    /// <summary>Tokens from which the conversation is compacted.</summary>
    public long? ModelAutoCompactTokenLimit { get; init; }

    /// <summary>What that limit counts.</summary>
    public AutoCompactScope? ModelAutoCompactTokenLimitScope { get; init; }

    /// <summary>When the user is asked.</summary>
    public AskForApproval? ApprovalPolicy { get; init; }

    /// <summary>Who answers.</summary>
    public ApprovalsReviewer? ApprovalsReviewer { get; init; }

    /// <summary>The reviewing agent.</summary>
    public AutoReviewSection? AutoReview { get; init; }

    /// <summary>The environment of commands.</summary>
    public ShellEnvironmentPolicySection? ShellEnvironmentPolicy { get; init; }

    /// <summary>Whether commands may run in a login shell.</summary>
    public bool? AllowLoginShell { get; init; }

    /// <summary>The older sandbox selector.</summary>
    public SandboxMode? SandboxMode { get; init; }

    /// <summary>Settings of workspace-write.</summary>
    public SandboxWorkspaceWriteSection? SandboxWorkspaceWrite { get; init; }

    /// <summary>The permission profile.</summary>
    public string? DefaultPermissions { get; init; }

    /// <summary>Named permission profiles.</summary>
    public PermissionsSection? Permissions { get; init; }

    /// <summary>The program told about finished turns.</summary>
    public IReadOnlyList<string>? Notify { get; init; }

    /// <summary>Replaces the base instructions.</summary>
    public string? Instructions { get; init; }

    /// <summary>A further developer message.</summary>
    public string? DeveloperInstructions { get; init; }

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

    /// <summary>Prompt of compaction.</summary>
    public string? CompactPrompt { get; init; }

    /// <summary>Allowed workspaces.</summary>
    public IReadOnlyList<string>? ForcedChatgptWorkspaceId { get; init; }

    /// <summary>The only allowed login.</summary>
    public LoginMethod? ForcedLoginMethod { get; init; }

    /// <summary>Where logins are kept.</summary>
    public CredentialsStore? CliAuthCredentialsStore { get; init; }

    /// <summary>MCP servers by name.</summary>
    public IReadOnlyDictionary<string, McpServerSection>? McpServers { get; init; }

    /// <summary>Where MCP logins are kept.</summary>
    public OAuthCredentialsStore? McpOauthCredentialsStore { get; init; }

    /// <summary>Port of the login callback.</summary>
    public long? McpOauthCallbackPort { get; init; }

    /// <summary>Address of the login callback.</summary>
    public string? McpOauthCallbackUrl { get; init; }

    /// <summary>Providers by id.</summary>
    public IReadOnlyDictionary<string, ModelProviderSection>? ModelProviders { get; init; }

    /// <summary>Bytes of project documents shown to the model.</summary>
    public long? ProjectDocMaxBytes { get; init; }

    /// <summary>Names tried after AGENTS.md.</summary>
    public IReadOnlyList<string>? ProjectDocFallbackFilenames { get; init; }

    /// <summary>Tokens kept of a tool output.</summary>
    public long? ToolOutputTokenLimit { get; init; }

    /// <summary>Longest wait for background output in milliseconds.</summary>
    public long? BackgroundTerminalMaxTimeout { get; init; }

    /// <summary>Accepted, without effect.</summary>
    public string? JsReplNodePath { get; init; }

    /// <summary>Accepted, without effect.</summary>
    public IReadOnlyList<string>? JsReplNodeModuleDirs { get; init; }

    /// <summary>No longer supported.</summary>
    public string? Profile { get; init; }

    /// <summary>Older profiles: checked, never applied.</summary>
    public IReadOnlyDictionary<string, ProfileSection>? Profiles { get; init; }

    /// <summary>The history file.</summary>
    public HistorySection? History { get; init; }

    /// <summary>Directory of the databases.</summary>
    public string? SqliteHome { get; init; }

    /// <summary>Directory of logs.</summary>
    public string? LogDir { get; init; }

    /// <summary>Debugging.</summary>
    public DebugSection? Debug { get; init; }

    /// <summary>Program that opens file links.</summary>
    public string? FileOpener { get; init; }

    /// <summary>The terminal interface.</summary>
    public TuiSection? Tui { get; init; }

    /// <summary>Whether reasoning is hidden.</summary>
    public bool? HideAgentReasoning { get; init; }

    /// <summary>Whether raw reasoning is shown.</summary>
    public bool? ShowRawAgentReasoning { get; init; }

    /// <summary>Reasoning effort.</summary>
    public string? ModelReasoningEffort { get; init; }

    /// <summary>Reasoning effort in plan mode.</summary>
    public string? PlanModeReasoningEffort { get; init; }

    /// <summary>Style of reasoning summaries.</summary>
    public string? ModelReasoningSummary { get; init; }

    /// <summary>Verbosity.</summary>
    public string? ModelVerbosity { get; init; }

    /// <summary>Whether the model is taken to support summaries.</summary>
    public bool? ModelSupportsReasoningSummaries { get; init; }

    /// <summary>A file that replaces the model catalog.</summary>
    public string? ModelCatalogJson { get; init; }

    /// <summary>Personality.</summary>
    public string? Personality { get; init; }

    /// <summary>Service tier.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>Base address of ChatGPT.</summary>
    public string? ChatgptBaseUrl { get; init; }

    /// <summary>Product code for hosted apps.</summary>
    public string? AppsMcpProductSku { get; init; }

    /// <summary>Base address of the openai provider.</summary>
    public string? OpenaiBaseUrl { get; init; }

    /// <summary>Audio devices.</summary>
    public RealtimeAudioSection? Audio { get; init; }

    /// <summary>Realtime address.</summary>
    public string? ExperimentalRealtimeWsBaseUrl { get; init; }

    /// <summary>Realtime model.</summary>
    public string? ExperimentalRealtimeWsModel { get; init; }

    /// <summary>Realtime sessions.</summary>
    public RealtimeSection? Realtime { get; init; }

    /// <summary>Realtime prompt.</summary>
    public string? ExperimentalRealtimeWsBackendPrompt { get; init; }

    /// <summary>Realtime context.</summary>
    public string? ExperimentalRealtimeWsStartupContext { get; init; }

    /// <summary>Realtime instructions.</summary>
    public string? ExperimentalRealtimeStartInstructions { get; init; }

    /// <summary>Service for thread configuration.</summary>
    public string? ExperimentalThreadConfigEndpoint { get; init; }

    /// <summary>No longer supported.</summary>
    public string? ExperimentalThreadStoreEndpoint { get; init; }

    /// <summary>Where threads are kept.</summary>
    public ThreadStoreSection? ExperimentalThreadStore { get; init; }

    /// <summary>Trust by directory.</summary>
    public IReadOnlyDictionary<string, ProjectSection>? Projects { get; init; }

    /// <summary>The web search tool.</summary>
    public WebSearchMode? WebSearch { get; init; }

    /// <summary>Tools.</summary>
    public ToolsSection? Tools { get; init; }

    /// <summary>Suggestions of tools.</summary>
    public ToolSuggestSection? ToolSuggest { get; init; }

    /// <summary>Sub-agents.</summary>
    public AgentsSection? Agents { get; init; }

    /// <summary>Memories.</summary>
    public MemoriesSection? Memories { get; init; }

    /// <summary>Skills.</summary>
    public SkillsSection? Skills { get; init; }

    /// <summary>Hooks.</summary>
    public HooksSection? Hooks { get; init; }

    /// <summary>Plugins by name.</summary>
    public IReadOnlyDictionary<string, PluginSection>? Plugins { get; init; }

    /// <summary>Marketplaces by name.</summary>
    public IReadOnlyDictionary<string, MarketplaceSection>? Marketplaces { get; init; }

    /// <summary>Feature flags.</summary>
    public FeaturesSection? Features { get; init; }

    /// <summary>Whether the warning about unfinished features is off.</summary>
    public bool? SuppressUnstableFeaturesWarning { get; init; }

    /// <summary>Accepted, without effect.</summary>
    public GhostSnapshotSection? GhostSnapshot { get; init; }

    /// <summary>Names that mark a project root.</summary>
    public IReadOnlyList<string>? ProjectRootMarkers { get; init; }

    /// <summary>Whether updates are looked for.</summary>
    public bool? CheckForUpdateOnStartup { get; init; }

    /// <summary>Whether pasted text is not recognised.</summary>
    public bool? DisablePasteBurst { get; init; }

    /// <summary>Usage reports.</summary>
    public AnalyticsSection? Analytics { get; init; }

    /// <summary>Feedback.</summary>
    public FeedbackSection? Feedback { get; init; }

    /// <summary>Apps.</summary>
    public AppsSection? Apps { get; init; }

    /// <summary>Settings of the desktop program, kept as they are.</summary>
    public TomlTable? Desktop { get; init; }

    /// <summary>Telemetry.</summary>
    public OtelSection? Otel { get; init; }

    /// <summary>Windows.</summary>
    public WindowsSection? Windows { get; init; }

    /// <summary>What the user has seen.</summary>
    public NoticeSection? Notice { get; init; }

    /// <summary>A file with the prompt of compaction.</summary>
    public string? ExperimentalCompactPromptFile { get; init; }

    /// <summary>Older switch of the feature unified_exec.</summary>
    public bool? ExperimentalUseUnifiedExecTool { get; init; }

    /// <summary>Provider of --oss.</summary>
    public string? OssProvider { get; init; }

    /// <summary>The offline provider of this program.</summary>
    public ReplaySection? Replay { get; init; }

    /// <summary>What holds for every sandboxed command.</summary>
    public SandboxSection? Sandbox { get; init; }

    internal static ConfigSettings Read(TableReader table) => new()
    {
        Model = table.String("model"),
        ReviewModel = table.String("review_model"),
        ModelProvider = table.String("model_provider"),
        ModelContextWindow = table.Integer("model_context_window", IntegerKind.I64),
        ModelAutoCompactTokenLimit = table.Integer("model_auto_compact_token_limit", IntegerKind.I64),
        ModelAutoCompactTokenLimitScope = (AutoCompactScope?)table.Variant("model_auto_compact_token_limit_scope", "total", "body_after_prefix"),
        ApprovalPolicy = ApprovalPolicyReader.Read(table),
        ApprovalsReviewer = ApprovalsReviewer.Find(table.Word("approvals_reviewer", "user", "auto_review", "guardian_subagent")),
        AutoReview = table.Section("auto_review", "struct AutoReviewToml", AutoReviewSection.Read),
        ShellEnvironmentPolicy = table.Section("shell_environment_policy", "struct ShellEnvironmentPolicyToml", ShellEnvironmentPolicySection.Read),
        AllowLoginShell = table.Boolean("allow_login_shell"),
        SandboxMode = (SandboxMode?)table.Variant("sandbox_mode", "read-only", "workspace-write", "danger-full-access"),
        SandboxWorkspaceWrite = table.Section("sandbox_workspace_write", "struct SandboxWorkspaceWrite", SandboxWorkspaceWriteSection.Read),
        DefaultPermissions = table.String("default_permissions"),
        Permissions = table.Section("permissions", "struct PermissionsToml", PermissionsSection.Read),
        Notify = table.Strings("notify"),
        Instructions = table.String("instructions"),
        DeveloperInstructions = table.String("developer_instructions"),
        IncludePermissionsInstructions = table.Boolean("include_permissions_instructions"),
        IncludeAppsInstructions = table.Boolean("include_apps_instructions"),
        IncludeCollaborationModeInstructions = table.Boolean("include_collaboration_mode_instructions"),
        IncludeEnvironmentContext = table.Boolean("include_environment_context"),
        ModelInstructionsFile = table.AbsolutePath("model_instructions_file"),
        CompactPrompt = table.String("compact_prompt"),
        ForcedChatgptWorkspaceId = ForcedWorkspaces.Read(table),
        ForcedLoginMethod = (LoginMethod?)table.Variant("forced_login_method", "chatgpt", "api"),
        CliAuthCredentialsStore = (CredentialsStore?)table.Variant("cli_auth_credentials_store", "file", "keyring", "auto", "ephemeral"),
        McpServers = table.Map("mcp_servers", "struct RawMcpServerConfig", McpServerSection.Read),
        McpOauthCredentialsStore = (OAuthCredentialsStore?)table.Variant("mcp_oauth_credentials_store", "auto", "file", "keyring"),
        McpOauthCallbackPort = table.Integer("mcp_oauth_callback_port", IntegerKind.U16),
        McpOauthCallbackUrl = table.String("mcp_oauth_callback_url"),
        ModelProviders = ModelProviderSection.ReadAll(table),
        ProjectDocMaxBytes = table.Integer("project_doc_max_bytes", IntegerKind.Usize),
        ProjectDocFallbackFilenames = table.Strings("project_doc_fallback_filenames"),
        ToolOutputTokenLimit = table.Integer("tool_output_token_limit", IntegerKind.Usize),
        BackgroundTerminalMaxTimeout = table.Integer("background_terminal_max_timeout", IntegerKind.U64),
        JsReplNodePath = table.AbsolutePath("js_repl_node_path"),
        JsReplNodeModuleDirs = table.AbsolutePaths("js_repl_node_module_dirs"),
        Profile = table.String("profile"),
        Profiles = table.Map("profiles", "struct ConfigProfile", ProfileSection.Read),
        History = table.Section("history", "struct History", HistorySection.Read),
        SqliteHome = table.AbsolutePath("sqlite_home"),
        LogDir = table.AbsolutePath("log_dir"),
        Debug = table.Section("debug", "struct DebugToml", DebugSection.Read),
        FileOpener = table.Word("file_opener", "vscode", "vscode-insiders", "windsurf", "cursor", "none"),
        Tui = table.Section("tui", "struct Tui", TuiSection.Read),
        HideAgentReasoning = table.Boolean("hide_agent_reasoning"),
        ShowRawAgentReasoning = table.Boolean("show_raw_agent_reasoning"),
        ModelReasoningEffort = table.Word("model_reasoning_effort", "none", "minimal", "low", "medium", "high", "xhigh"),
        PlanModeReasoningEffort = table.Word("plan_mode_reasoning_effort", "none", "minimal", "low", "medium", "high", "xhigh"),
        ModelReasoningSummary = table.Word("model_reasoning_summary", "auto", "concise", "detailed", "none"),
        ModelVerbosity = table.Word("model_verbosity", "low", "medium", "high"),
        ModelSupportsReasoningSummaries = table.Boolean("model_supports_reasoning_summaries"),
        ModelCatalogJson = table.AbsolutePath("model_catalog_json"),
        Personality = table.Word("personality", "none", "friendly", "pragmatic"),
        ServiceTier = table.String("service_tier"),
        ChatgptBaseUrl = table.String("chatgpt_base_url"),
        AppsMcpProductSku = table.String("apps_mcp_product_sku"),
        OpenaiBaseUrl = table.String("openai_base_url"),
        Audio = table.Section("audio", "struct RealtimeAudioToml", RealtimeAudioSection.Read),
        ExperimentalRealtimeWsBaseUrl = table.String("experimental_realtime_ws_base_url"),
        ExperimentalRealtimeWsModel = table.String("experimental_realtime_ws_model"),
        Realtime = table.Section("realtime", "struct RealtimeToml", RealtimeSection.Read),
        ExperimentalRealtimeWsBackendPrompt = table.String("experimental_realtime_ws_backend_prompt"),
        ExperimentalRealtimeWsStartupContext = table.String("experimental_realtime_ws_startup_context"),
        ExperimentalRealtimeStartInstructions = table.String("experimental_realtime_start_instructions"),
        ExperimentalThreadConfigEndpoint = table.String("experimental_thread_config_endpoint"),
        ExperimentalThreadStoreEndpoint = table.String("experimental_thread_store_endpoint"),
        ExperimentalThreadStore = table.Section("experimental_thread_store", "internally tagged enum ThreadStoreToml", ThreadStoreSection.Read),
        Projects = table.Map("projects", "struct ProjectConfig", ProjectSection.Read),
        WebSearch = (WebSearchMode?)table.Variant("web_search", "disabled", "cached", "live"),
        Tools = table.Section("tools", "struct ToolsToml", ToolsSection.Read),
        ToolSuggest = table.Section("tool_suggest", "struct ToolSuggestConfig", ToolSuggestSection.Read),
        Agents = table.Section("agents", "struct AgentsToml", AgentsSection.Read),
        Memories = table.Section("memories", "struct MemoriesToml", MemoriesSection.Read),
        Skills = table.Section("skills", "struct SkillsConfig", SkillsSection.Read),
        Hooks = table.Section("hooks", "struct HooksToml", HooksSection.Read),
        Plugins = table.Map("plugins", "struct PluginConfig", PluginSection.Read),
        Marketplaces = table.Map("marketplaces", "struct MarketplaceConfig", MarketplaceSection.Read),
        Features = table.Section("features", "struct FeaturesToml", FeaturesSection.Read),
        SuppressUnstableFeaturesWarning = table.Boolean("suppress_unstable_features_warning"),
        GhostSnapshot = table.Section("ghost_snapshot", "struct GhostSnapshotToml", GhostSnapshotSection.Read),
        ProjectRootMarkers = table.Strings("project_root_markers"),
        CheckForUpdateOnStartup = table.Boolean("check_for_update_on_startup"),
        DisablePasteBurst = table.Boolean("disable_paste_burst"),
        Analytics = table.Section("analytics", "struct AnalyticsConfigToml", AnalyticsSection.Read),
        Feedback = table.Section("feedback", "struct FeedbackConfigToml", FeedbackSection.Read),
        Apps = table.Section("apps", "struct AppsConfigToml", AppsSection.Read),
        Desktop = ScalarMaps.Table(table, "desktop"),
        Otel = table.Section("otel", "struct OtelConfigToml", OtelSection.Read),
        Windows = table.Section("windows", "struct WindowsToml", WindowsSection.Read),
        Notice = table.Section("notice", "struct Notice", NoticeSection.Read),
        ExperimentalCompactPromptFile = table.AbsolutePath("experimental_compact_prompt_file"),
        ExperimentalUseUnifiedExecTool = table.Boolean("experimental_use_unified_exec_tool"),
        OssProvider = table.String("oss_provider"),
        Replay = table.Section("replay", "struct ReplayToml", ReplaySection.Read),
        Sandbox = table.Section("sandbox", "struct SandboxToml", SandboxSection.Read),
    };
}
