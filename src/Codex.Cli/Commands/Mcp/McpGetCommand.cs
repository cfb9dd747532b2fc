using System.Globalization;
using System.Text;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Configuration.Sections;

namespace Codex.Cli.Commands.Mcp;

/// <summary><c>codex mcp get</c>.</summary>
internal static class McpGetCommand
{
    /// <summary>Prints a server, as lines or as JSON.</summary>
    public static Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var name = command.Argument(McpSpec.Name)!;
        if (!McpServers.Load(command, program).TryGetValue(name, out var server))
            throw McpServers.Unknown(name);
        StandardOutput.Write(command.Flag("json") ? McpServerJson.One(name, server) : Lines(name, server));
        return Task.FromResult(0);
    }

    private static string Lines(string name, McpServerSection server)
    {
        if (!server.Enabled)
            return $"{name} ({McpServerText.Status(server)})\n";
        var text = new StringBuilder($"{name}\n  enabled: true\n");
        AddTools(text, "enabled_tools", server.EnabledTools);
        AddTools(text, "disabled_tools", server.DisabledTools);
        if (server.Url is null)
            AddCommand(text, server);
        else
            AddAddress(text, server);
        AddSeconds(text, "startup_timeout_sec", server.StartupTimeout);
        AddSeconds(text, "tool_timeout_sec", server.ToolTimeout);
        if (server.DefaultToolsApprovalMode is { } mode)
            Add(text, "default_tools_approval_mode", mode);
        Add(text, "remove", $"codex mcp remove {name}");
        return text.ToString();
    }

    private static void AddCommand(StringBuilder text, McpServerSection server)
    {
        Add(text, "transport", "stdio");
        Add(text, "command", server.Command ?? "");
        Add(text, "args", McpServerText.Words(server.Args));
        Add(text, "cwd", McpServerText.OrNothing(server.Cwd));
        Add(text, "env", McpServerText.Variables(server));
    }

    private static void AddAddress(StringBuilder text, McpServerSection server)
    {
        Add(text, "transport", "streamable_http");
        Add(text, "url", server.Url!);
        Add(text, "bearer_token_env_var", server.BearerTokenEnvVar ?? McpServerText.Nothing);
        Add(text, "http_headers", McpServerText.Headers(server.HttpHeaders));
        Add(text, "env_http_headers", McpServerText.HeaderVariables(server.EnvHttpHeaders));
    }

    private static void AddTools(StringBuilder text, string key, IReadOnlyList<string>? tools)
    {
        if (tools is not null)
            Add(text, key, tools.Count == 0 ? "[]" : string.Join(", ", tools));
    }

    private static void AddSeconds(StringBuilder text, string key, TimeSpan? time)
    {
        if (time is { } given)
            Add(text, key, given.TotalSeconds.ToString(CultureInfo.InvariantCulture));
    }

    private static void Add(StringBuilder text, string key, string value) => text.Append($"  {key}: {value}\n");
}
