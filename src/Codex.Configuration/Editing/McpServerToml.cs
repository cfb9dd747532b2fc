using Codex.Configuration.Sections;
using Codex.Formats.Toml;

namespace Codex.Configuration.Editing;

/// <summary>Writes a server as TOML: the members and order of the original, without those that say nothing.</summary>
internal static class McpServerToml
{
    public static TomlTable From(McpServerSection server)
    {
        var table = new TomlTable();
        AddTransport(table, server);
        AddSwitches(table, server);
        AddSeconds(table, "startup_timeout_sec", server.StartupTimeout);
        AddSeconds(table, "tool_timeout_sec", server.ToolTimeout);
        AddText(table, "default_tools_approval_mode", server.DefaultToolsApprovalMode);
        AddTexts(table, "enabled_tools", server.EnabledTools);
        AddTexts(table, "disabled_tools", server.DisabledTools);
        AddTexts(table, "scopes", server.Scopes);
        if (server.OAuth?.ClientId is { Length: > 0 } client)
            table["oauth"] = new TomlTable { ["client_id"] = new TomlString(client) };
        AddText(table, "oauth_resource", server.OAuthResource);
        AddTools(table, server.Tools);
        return table;
    }

    private static void AddTransport(TomlTable table, McpServerSection server)
    {
        if (server.Command is { } command)
        {
            table["command"] = new TomlString(command);
            AddTexts(table, "args", server.Args);
            AddPairs(table, "env", server.Env);
            AddVariables(table, server.EnvVars);
            AddText(table, "cwd", server.Cwd);
            return;
        }

        table["url"] = new TomlString(server.Url ?? "");
        AddText(table, "bearer_token_env_var", server.BearerTokenEnvVar);
        AddPairs(table, "http_headers", server.HttpHeaders);
        AddPairs(table, "env_http_headers", server.EnvHttpHeaders);
    }

    private static void AddSwitches(TomlTable table, McpServerSection server)
    {
        if (!server.Enabled)
            table["enabled"] = new TomlBoolean(false);
        if (server.EnvironmentId != "local")
            table["environment_id"] = new TomlString(server.EnvironmentId);
        if (server.Required)
            table["required"] = new TomlBoolean(true);
        if (server.SupportsParallelToolCalls)
            table["supports_parallel_tool_calls"] = new TomlBoolean(true);
    }

    private static void AddText(TomlTable table, string key, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            table[key] = new TomlString(text);
    }

    private static void AddTexts(TomlTable table, string key, IReadOnlyList<string>? texts)
    {
        if (texts is { Count: > 0 })
            table[key] = new TomlArray(texts.Select(static text => new TomlString(text)));
    }

    private static void AddSeconds(TomlTable table, string key, TimeSpan? time)
    {
        if (time is { } given)
            table[key] = new TomlFloat(given.TotalSeconds);
    }

    private static void AddPairs(TomlTable table, string key, IReadOnlyDictionary<string, string>? pairs)
    {
        if (pairs is not { Count: > 0 })
            return;
        var nested = new TomlTable();
        foreach (var (name, value) in pairs.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            nested[name] = new TomlString(value);
        table[key] = nested;
    }

    private static void AddVariables(TomlTable table, IReadOnlyList<McpEnvironmentVariable>? variables)
    {
        if (variables is { Count: > 0 })
            table["env_vars"] = new TomlArray(variables.Select(ToValue));
    }

    private static TomlValue ToValue(McpEnvironmentVariable variable)
    {
        if (!variable.IsTable)
            return new TomlString(variable.Name);
        var table = new TomlTable { ["name"] = new TomlString(variable.Name) };
        AddText(table, "source", variable.Source);
        return table;
    }

    private static void AddTools(TomlTable table, IReadOnlyDictionary<string, McpToolSection>? tools)
    {
        if (tools is not { Count: > 0 })
            return;
        var nested = new TomlTable();
        foreach (var (name, tool) in tools.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            nested[name] = new TomlTable();
            AddText((TomlTable)nested[name], "approval_mode", tool.ApprovalMode);
        }

        table["tools"] = nested;
    }
}
