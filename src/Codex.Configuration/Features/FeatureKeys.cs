namespace Codex.Configuration.Features;

/// <summary>Keys of feature flags.</summary>
public static class FeatureKeys
{
    /// <summary><c>apply_patch_freeform</c>.</summary>
    public const string ApplyPatchFreeform = "apply_patch_freeform";

    /// <summary><c>apply_patch_streaming_events</c>.</summary>
    public const string ApplyPatchStreamingEvents = "apply_patch_streaming_events";

    /// <summary><c>apps</c>.</summary>
    public const string Apps = "apps";

    /// <summary><c>apps_mcp_path_override</c>.</summary>
    public const string AppsMcpPathOverride = "apps_mcp_path_override";

    /// <summary><c>artifact</c>.</summary>
    public const string Artifact = "artifact";

    /// <summary><c>auth_elicitation</c>.</summary>
    public const string AuthElicitation = "auth_elicitation";

    /// <summary><c>browser_use</c>.</summary>
    public const string BrowserUse = "browser_use";

    /// <summary><c>browser_use_external</c>.</summary>
    public const string BrowserUseExternal = "browser_use_external";

    /// <summary><c>child_agents_md</c>.</summary>
    public const string ChildAgentsMd = "child_agents_md";

    /// <summary><c>chronicle</c>.</summary>
    public const string Chronicle = "chronicle";

    /// <summary><c>code_mode</c>.</summary>
    public const string CodeMode = "code_mode";

    /// <summary><c>code_mode_only</c>.</summary>
    public const string CodeModeOnly = "code_mode_only";

    /// <summary><c>codex_git_commit</c>.</summary>
    public const string CodexGitCommit = "codex_git_commit";

    /// <summary><c>collaboration_modes</c>.</summary>
    public const string CollaborationModes = "collaboration_modes";

    /// <summary><c>computer_use</c>.</summary>
    public const string ComputerUse = "computer_use";

    /// <summary><c>default_mode_request_user_input</c>.</summary>
    public const string DefaultModeRequestUserInput = "default_mode_request_user_input";

    /// <summary><c>elevated_windows_sandbox</c>.</summary>
    public const string ElevatedWindowsSandbox = "elevated_windows_sandbox";

    /// <summary><c>enable_fanout</c>.</summary>
    public const string EnableFanout = "enable_fanout";

    /// <summary><c>enable_mcp_apps</c>.</summary>
    public const string EnableMcpApps = "enable_mcp_apps";

    /// <summary><c>enable_request_compression</c>.</summary>
    public const string EnableRequestCompression = "enable_request_compression";

    /// <summary><c>exec_permission_approvals</c>.</summary>
    public const string ExecPermissionApprovals = "exec_permission_approvals";

    /// <summary><c>experimental_windows_sandbox</c>.</summary>
    public const string ExperimentalWindowsSandbox = "experimental_windows_sandbox";

    /// <summary><c>external_migration</c>.</summary>
    public const string ExternalMigration = "external_migration";

    /// <summary><c>fast_mode</c>.</summary>
    public const string FastMode = "fast_mode";

    /// <summary><c>goals</c>.</summary>
    public const string Goals = "goals";

    /// <summary><c>guardian_approval</c>.</summary>
    public const string GuardianApproval = "guardian_approval";

    /// <summary><c>hooks</c>.</summary>
    public const string Hooks = "hooks";

    /// <summary><c>image_detail_original</c>.</summary>
    public const string ImageDetailOriginal = "image_detail_original";

    /// <summary><c>image_generation</c>.</summary>
    public const string ImageGeneration = "image_generation";

    /// <summary><c>imagegenext</c>.</summary>
    public const string Imagegenext = "imagegenext";

    /// <summary><c>in_app_browser</c>.</summary>
    public const string InAppBrowser = "in_app_browser";

    /// <summary><c>js_repl</c>.</summary>
    public const string JsRepl = "js_repl";

    /// <summary><c>js_repl_tools_only</c>.</summary>
    public const string JsReplToolsOnly = "js_repl_tools_only";

    /// <summary><c>memories</c>.</summary>
    public const string Memories = "memories";

    /// <summary><c>mentions_v2</c>.</summary>
    public const string MentionsV2 = "mentions_v2";

    /// <summary><c>multi_agent</c>.</summary>
    public const string MultiAgent = "multi_agent";

    /// <summary><c>multi_agent_v2</c>.</summary>
    public const string MultiAgentV2 = "multi_agent_v2";

    /// <summary><c>network_proxy</c>.</summary>
    public const string NetworkProxy = "network_proxy";

    /// <summary><c>non_prefixed_mcp_tool_names</c>.</summary>
    public const string NonPrefixedMcpToolNames = "non_prefixed_mcp_tool_names";

    /// <summary><c>personality</c>.</summary>
    public const string Personality = "personality";

    /// <summary><c>plugin_hooks</c>.</summary>
    public const string PluginHooks = "plugin_hooks";

    /// <summary><c>plugin_sharing</c>.</summary>
    public const string PluginSharing = "plugin_sharing";

    /// <summary><c>plugins</c>.</summary>
    public const string Plugins = "plugins";

    /// <summary><c>prevent_idle_sleep</c>.</summary>
    public const string PreventIdleSleep = "prevent_idle_sleep";

    /// <summary><c>realtime_conversation</c>.</summary>
    public const string RealtimeConversation = "realtime_conversation";

    /// <summary><c>remote_compaction_v2</c>.</summary>
    public const string RemoteCompactionV2 = "remote_compaction_v2";

    /// <summary><c>remote_control</c>.</summary>
    public const string RemoteControl = "remote_control";

    /// <summary><c>remote_models</c>.</summary>
    public const string RemoteModels = "remote_models";

    /// <summary><c>remote_plugin</c>.</summary>
    public const string RemotePlugin = "remote_plugin";

    /// <summary><c>request_permissions_tool</c>.</summary>
    public const string RequestPermissionsTool = "request_permissions_tool";

    /// <summary><c>request_rule</c>.</summary>
    public const string RequestRule = "request_rule";

    /// <summary><c>responses_websocket_response_processed</c>.</summary>
    public const string ResponsesWebsocketResponseProcessed = "responses_websocket_response_processed";

    /// <summary><c>responses_websockets</c>.</summary>
    public const string ResponsesWebsockets = "responses_websockets";

    /// <summary><c>responses_websockets_v2</c>.</summary>
    public const string ResponsesWebsocketsV2 = "responses_websockets_v2";

    /// <summary><c>runtime_metrics</c>.</summary>
    public const string RuntimeMetrics = "runtime_metrics";

    /// <summary><c>search_tool</c>.</summary>
    public const string SearchTool = "search_tool";

    /// <summary><c>shell_snapshot</c>.</summary>
    public const string ShellSnapshot = "shell_snapshot";

    /// <summary><c>shell_tool</c>.</summary>
    public const string ShellTool = "shell_tool";

    /// <summary><c>shell_zsh_fork</c>.</summary>
    public const string ShellZshFork = "shell_zsh_fork";

    /// <summary><c>skill_env_var_dependency_prompt</c>.</summary>
    public const string SkillEnvVarDependencyPrompt = "skill_env_var_dependency_prompt";

    /// <summary><c>skill_mcp_dependency_install</c>.</summary>
    public const string SkillMcpDependencyInstall = "skill_mcp_dependency_install";

    /// <summary><c>sqlite</c>.</summary>
    public const string Sqlite = "sqlite";

    /// <summary><c>standalone_web_search</c>.</summary>
    public const string StandaloneWebSearch = "standalone_web_search";

    /// <summary><c>steer</c>.</summary>
    public const string Steer = "steer";

    /// <summary><c>terminal_resize_reflow</c>.</summary>
    public const string TerminalResizeReflow = "terminal_resize_reflow";

    /// <summary><c>tool_call_mcp_elicitation</c>.</summary>
    public const string ToolCallMcpElicitation = "tool_call_mcp_elicitation";

    /// <summary><c>tool_search</c>.</summary>
    public const string ToolSearch = "tool_search";

    /// <summary><c>tool_search_always_defer_mcp_tools</c>.</summary>
    public const string ToolSearchAlwaysDeferMcpTools = "tool_search_always_defer_mcp_tools";

    /// <summary><c>tool_suggest</c>.</summary>
    public const string ToolSuggest = "tool_suggest";

    /// <summary><c>tui_app_server</c>.</summary>
    public const string TuiAppServer = "tui_app_server";

    /// <summary><c>unavailable_dummy_tools</c>.</summary>
    public const string UnavailableDummyTools = "unavailable_dummy_tools";

    /// <summary><c>undo</c>.</summary>
    public const string Undo = "undo";

    /// <summary><c>unified_exec</c>.</summary>
    public const string UnifiedExec = "unified_exec";

    /// <summary><c>use_legacy_landlock</c>.</summary>
    public const string UseLegacyLandlock = "use_legacy_landlock";

    /// <summary><c>use_linux_sandbox_bwrap</c>.</summary>
    public const string UseLinuxSandboxBwrap = "use_linux_sandbox_bwrap";

    /// <summary><c>web_search_cached</c>.</summary>
    public const string WebSearchCached = "web_search_cached";

    /// <summary><c>web_search_request</c>.</summary>
    public const string WebSearchRequest = "web_search_request";

    /// <summary><c>workspace_dependencies</c>.</summary>
    public const string WorkspaceDependencies = "workspace_dependencies";

    /// <summary><c>workspace_owner_usage_nudge</c>.</summary>
    public const string WorkspaceOwnerUsageNudge = "workspace_owner_usage_nudge";
}
