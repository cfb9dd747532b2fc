using Codex.Formats.Toml;

namespace Codex.Configuration.Resolved;

/// <summary>
/// The values that the original's types have of themselves: they are written although nobody gave them. A table that is not there is
/// made when the row is about the table itself; otherwise its fields stay away with it.
/// </summary>
internal static class ResolvedDefaults
{
    // Rows: the path, then the value as TOML. A row about a field of a table follows the row that makes the table.
    private static readonly string[] s_rows =
    [
        "shell_environment_policy={}",
        "allow_login_shell=true",
        "mcp_servers={}",
        "mcp_servers.*.environment_id='local'",
        "mcp_servers.*.enabled=true",
        "model_providers={}",
        "model_providers.*.name=''",
        "model_providers.*.wire_api='responses'",
        "model_providers.*.requires_openai_auth=false",
        "model_providers.*.supports_websockets=false",
        "model_providers.*.auth.args=[]",
        "model_providers.*.auth.timeout_ms=5000",
        "model_providers.*.auth.refresh_interval_ms=300000",
        "sandbox_workspace_write.writable_roots=[]",
        "sandbox_workspace_write.network_access=false",
        "sandbox_workspace_write.exclude_tmpdir_env_var=false",
        "sandbox_workspace_write.exclude_slash_tmp=false",
        "project_doc_max_bytes=32768",
        "project_doc_fallback_filenames=[]",
        "profiles={}",
        "history={}",
        "history.persistence='save-all'",
        "tui.notifications=true",
        "tui.notification_method='auto'",
        "tui.notification_condition='unfocused'",
        "tui.animations=true",
        "tui.show_tooltips=true",
        "tui.vim_mode_default=false",
        "tui.raw_output_mode=false",
        "tui.alternate_screen='auto'",
        "tui.status_line_use_colors=true",
        "tui.pet_anchor='composer'",
        "tui.keymap={}",
        "tui.keymap.global={}",
        "tui.keymap.chat={}",
        "tui.keymap.composer={}",
        "tui.keymap.editor={}",
        "tui.keymap.vim_normal={}",
        "tui.keymap.vim_operator={}",
        "tui.keymap.vim_text_object={}",
        "tui.keymap.pager={}",
        "tui.keymap.list={}",
        "tui.keymap.approval={}",
        "tui.model_availability_nux={}",
        "hide_agent_reasoning=false",
        "tools.experimental_request_user_input.enabled=true",
        "tool_suggest.discoverables=[]",
        "tool_suggest.disabled_tools=[]",
        "skills.bundled.enabled=true",
        "hooks.PreToolUse=[]",
        "hooks.PermissionRequest=[]",
        "hooks.PostToolUse=[]",
        "hooks.PreCompact=[]",
        "hooks.PostCompact=[]",
        "hooks.SessionStart=[]",
        "hooks.UserPromptSubmit=[]",
        "hooks.SubagentStart=[]",
        "hooks.SubagentStop=[]",
        "hooks.Stop=[]",
        "plugins={}",
        "plugins.*.enabled=true",
        "plugins.*.mcp_servers.*.enabled=true",
        "marketplaces={}",
        "apps.*.enabled=true",
        "otel.*.otlp-grpc.headers={}",
        "otel.*.otlp-http.headers={}",
        "notice.model_migrations={}",
        "notice.external_config_migration_prompts={}",
        "notice.external_config_migration_prompts.projects={}",
        "notice.external_config_migration_prompts.project_last_prompted_at={}",
    ];

    // Values that are not written because they mean the same as none.
    private static readonly string[] s_unwritten =
    [
        "mcp_servers.*.required=false",
        "mcp_servers.*.supports_parallel_tool_calls=false",
        "mcp_servers.*.tools={}",
        "skills.config=[]",
        "hooks.state={}",
        "plugins.*.mcp_servers={}",
        "plugins.*.mcp_servers.*.tools={}",
        "apps._default.destructive_enabled=true",
        "apps._default.open_world_enabled=true",
    ];

    /// <summary>Adds what is missing, and removes what is not written.</summary>
    public static void Fill(TomlTable config)
    {
        foreach (var row in ValueRow.Parse(s_rows))
            row.Visit(config, (table, key) => Add(table, key, row.Value));
        FillCommands(config);
        FillHooks(config);
        foreach (var row in ValueRow.Parse(s_unwritten))
            row.Visit(config, (table, key) => Remove(table, key, row.Value));
    }

    private static void Add(TomlTable table, string key, TomlValue value)
    {
        if (table.IndexOf(key) < 0)
            table[key] = value.Copy();
    }

    private static void Remove(TomlTable table, string key, TomlValue value)
    {
        if (table.TryGetValue(key, out var given) && TomlText.FormatValue(given) == TomlText.FormatValue(value))
            table.Remove(key);
    }

    // Only servers that are programs have arguments.
    private static void FillCommands(TomlTable config)
    {
        foreach (var entry in ((TomlTable)config["mcp_servers"]).Entries)
        {
            if (entry.Value is TomlTable server && server.IndexOf("command") >= 0)
                Add(server, "args", new TomlArray());
        }
    }

    private static void FillHooks(TomlTable config)
    {
        if (!config.TryGetValue("hooks", out var value) || value is not TomlTable hooks)
            return;
        foreach (var groups in hooks.Entries.Select(static entry => entry.Value).OfType<TomlArray>())
        {
            foreach (var handler in groups.Items.OfType<TomlTable>().SelectMany(Handlers))
                Add(handler, "async", new TomlBoolean(false));
        }
    }

    private static IEnumerable<TomlTable> Handlers(TomlTable group) =>
        group.TryGetValue("hooks", out var handlers) && handlers is TomlArray list
            ? list.Items.OfType<TomlTable>().Where(static handler => handler.TryGetValue("type", out var type) && type is TomlString { Value: "command" })
            : [];
}
