namespace Codex.Configuration.Features;

/// <summary>Every feature flag of 0.136.0, in the order of <c>codex features list</c> (<c>features/src/lib.rs</c>).</summary>
public static class FeatureCatalog
{
    private static readonly FeatureSpec[] s_all =
    [
        new("apply_patch_freeform", FeatureStage.Removed, IsOnByDefault: false),
        new("apply_patch_streaming_events", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("apps", FeatureStage.Stable, IsOnByDefault: true),
        new("apps_mcp_path_override", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("artifact", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("auth_elicitation", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("browser_use", FeatureStage.Stable, IsOnByDefault: true),
        new("browser_use_external", FeatureStage.Stable, IsOnByDefault: true),
        new("child_agents_md", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("chronicle", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("code_mode", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("code_mode_only", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("codex_git_commit", FeatureStage.Removed, IsOnByDefault: false),
        new("collaboration_modes", FeatureStage.Removed, IsOnByDefault: true),
        new("computer_use", FeatureStage.Stable, IsOnByDefault: true),
        new("default_mode_request_user_input", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("elevated_windows_sandbox", FeatureStage.Removed, IsOnByDefault: false),
        new("enable_fanout", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("enable_mcp_apps", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("enable_request_compression", FeatureStage.Stable, IsOnByDefault: true),
        new("exec_permission_approvals", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("experimental_windows_sandbox", FeatureStage.Removed, IsOnByDefault: false),
        new("external_migration", FeatureStage.Experimental, IsOnByDefault: false),
        new("fast_mode", FeatureStage.Stable, IsOnByDefault: true),
        new("goals", FeatureStage.Stable, IsOnByDefault: true),
        new("guardian_approval", FeatureStage.Stable, IsOnByDefault: true),
        new("hooks", FeatureStage.Stable, IsOnByDefault: true),
        new("image_detail_original", FeatureStage.Removed, IsOnByDefault: false),
        new("image_generation", FeatureStage.Stable, IsOnByDefault: true),
        new("imagegenext", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("in_app_browser", FeatureStage.Stable, IsOnByDefault: true),
        new("js_repl", FeatureStage.Removed, IsOnByDefault: false),
        new("js_repl_tools_only", FeatureStage.Removed, IsOnByDefault: false),
        new("memories", FeatureStage.Experimental, IsOnByDefault: false),
        new("mentions_v2", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("multi_agent", FeatureStage.Stable, IsOnByDefault: true),
        new("multi_agent_v2", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("network_proxy", FeatureStage.Experimental, IsOnByDefault: false),
        new("non_prefixed_mcp_tool_names", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("personality", FeatureStage.Stable, IsOnByDefault: true),
        new("plugin_hooks", FeatureStage.Removed, IsOnByDefault: false),
        new("plugin_sharing", FeatureStage.Stable, IsOnByDefault: true),
        new("plugins", FeatureStage.Stable, IsOnByDefault: true),
        new("prevent_idle_sleep", FeatureStage.Experimental, IsOnByDefault: false),
        new("realtime_conversation", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("remote_compaction_v2", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("remote_control", FeatureStage.Removed, IsOnByDefault: false),
        new("remote_models", FeatureStage.Removed, IsOnByDefault: false),
        new("remote_plugin", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("request_permissions_tool", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("request_rule", FeatureStage.Removed, IsOnByDefault: false),
        new("responses_websocket_response_processed", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("responses_websockets", FeatureStage.Removed, IsOnByDefault: false),
        new("responses_websockets_v2", FeatureStage.Removed, IsOnByDefault: false),
        new("runtime_metrics", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("search_tool", FeatureStage.Removed, IsOnByDefault: false),
        new("shell_snapshot", FeatureStage.Stable, IsOnByDefault: true),
        new("shell_tool", FeatureStage.Stable, IsOnByDefault: true),
        new("shell_zsh_fork", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("skill_env_var_dependency_prompt", FeatureStage.Removed, IsOnByDefault: false),
        new("skill_mcp_dependency_install", FeatureStage.Stable, IsOnByDefault: true),
        new("sqlite", FeatureStage.Removed, IsOnByDefault: true),
        new("standalone_web_search", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("steer", FeatureStage.Removed, IsOnByDefault: true),
        new("terminal_resize_reflow", FeatureStage.Experimental, IsOnByDefault: true),
        new("tool_call_mcp_elicitation", FeatureStage.Stable, IsOnByDefault: true),
        new("tool_search", FeatureStage.Removed, IsOnByDefault: false),
        new("tool_search_always_defer_mcp_tools", FeatureStage.UnderDevelopment, IsOnByDefault: false),
        new("tool_suggest", FeatureStage.Stable, IsOnByDefault: true),
        new("tui_app_server", FeatureStage.Removed, IsOnByDefault: true),
        new("unavailable_dummy_tools", FeatureStage.Removed, IsOnByDefault: false),
        new("undo", FeatureStage.Removed, IsOnByDefault: false),
        new("unified_exec", FeatureStage.Stable, IsOnByDefault: true),
        new("use_legacy_landlock", FeatureStage.Deprecated, IsOnByDefault: false),
        new("use_linux_sandbox_bwrap", FeatureStage.Removed, IsOnByDefault: false),
        new("web_search_cached", FeatureStage.Deprecated, IsOnByDefault: false),
        new("web_search_request", FeatureStage.Deprecated, IsOnByDefault: false),
        new("workspace_dependencies", FeatureStage.Stable, IsOnByDefault: true),
        new("workspace_owner_usage_nudge", FeatureStage.Removed, IsOnByDefault: false),
    ];

    private static readonly Dictionary<string, FeatureSpec> s_byKey = s_all.ToDictionary(static feature => feature.Key, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> s_aliases = new(StringComparer.Ordinal)
    {
        ["connectors"] = FeatureKeys.Apps,
        ["enable_experimental_windows_sandbox"] = FeatureKeys.ExperimentalWindowsSandbox,
        ["experimental_use_unified_exec_tool"] = FeatureKeys.UnifiedExec,
        ["request_permissions"] = FeatureKeys.ExecPermissionApprovals,
        ["web_search"] = FeatureKeys.WebSearchRequest,
        ["collab"] = FeatureKeys.MultiAgent,
        ["memory_tool"] = FeatureKeys.Memories,
        ["telepathy"] = FeatureKeys.Chronicle,
        ["codex_hooks"] = FeatureKeys.Hooks,
    };

    /// <summary>All flags, by key in ordinal order.</summary>
    public static IReadOnlyList<FeatureSpec> All => s_all;

    /// <summary>The flag of a key or of an older alias, or null.</summary>
    public static FeatureSpec? Find(string key) =>
        s_byKey.GetValueOrDefault(key) ?? (s_aliases.TryGetValue(key, out var current) ? s_byKey[current] : null);

    /// <summary>The flag of a current key, or null.</summary>
    public static FeatureSpec? FindCurrent(string key) => s_byKey.GetValueOrDefault(key);
}
