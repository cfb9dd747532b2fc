using Codex.Formats.Toml;

namespace Codex.Configuration.Locking;

/// <summary>
/// The values that the original's types have of themselves: they are written although nobody gave them. A table that is not there is
/// made when the row is about the table itself; otherwise its fields stay away with it.
/// </summary>
internal static class ConfigLockDefaults
{
    private const string Any = "*";

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

    /// <summary>Adds what is missing.</summary>
    public static void Fill(TomlTable config)
    {
        foreach (var row in s_rows)
        {
            var split = row.IndexOf('=', StringComparison.Ordinal);
            var value = TomlParser.Parse(System.Text.Encoding.UTF8.GetBytes("value" + row[split..]))["value"];
            Fill(config, row[..split].Split('.'), value);
        }

        FillCommands(config);
        FillHooks(config);
    }

    private static void Fill(TomlTable table, ReadOnlySpan<string> path, TomlValue value)
    {
        if (path is [var key])
        {
            if (table.IndexOf(key) < 0)
                table[key] = value.Copy();
            return;
        }

        foreach (var entry in table.Entries)
        {
            if ((path[0] == Any || path[0] == entry.Key) && entry.Value is TomlTable nested)
                Fill(nested, path[1..], value);
        }
    }

    // Only servers that are programs have arguments.
    private static void FillCommands(TomlTable config)
    {
        foreach (var entry in ((TomlTable)config["mcp_servers"]).Entries)
        {
            if (entry.Value is TomlTable server && server.IndexOf("command") >= 0)
                Fill(server, ["args"], new TomlArray());
        }
    }

    private static void FillHooks(TomlTable config)
    {
        if (!config.TryGetValue("hooks", out var value) || value is not TomlTable hooks)
            return;
        foreach (var groups in hooks.Entries.Select(static entry => entry.Value).OfType<TomlArray>())
        {
            foreach (var handler in groups.Items.OfType<TomlTable>().SelectMany(Handlers))
                Fill(handler, ["async"], new TomlBoolean(false));
        }
    }

    private static IEnumerable<TomlTable> Handlers(TomlTable group) =>
        group.TryGetValue("hooks", out var handlers) && handlers is TomlArray list
            ? list.Items.OfType<TomlTable>().Where(static handler => handler.TryGetValue("type", out var type) && type is TomlString { Value: "command" })
            : [];
}
