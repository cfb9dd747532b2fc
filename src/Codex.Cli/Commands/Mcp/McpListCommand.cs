using System.Text;
using Codex.Backend.McpAuth;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Configuration.Sections;

namespace Codex.Cli.Commands.Mcp;

/// <summary><c>codex mcp list</c>.</summary>
internal static class McpListCommand
{
    private const string ColumnGap = "  ";

    /// <summary>Prints the configured servers: a table for each kind, or JSON.</summary>
    public static async Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var config = McpServers.LoadConfig(command, program);
        var servers = config.McpServers.OrderBy(static entry => entry.Key, StringComparer.Ordinal).ToList();
        var logins = await new McpLogins(program, config).FindStatusesAsync(servers, cancellationToken);
        StandardOutput.Write(command.Flag("json") ? McpServerJson.List(servers, logins) : Tables(servers, logins));
        return 0;
    }

    private static string Tables(List<KeyValuePair<string, McpServerSection>> servers, IReadOnlyDictionary<string, McpAuthStatus> logins)
    {
        if (servers.Count == 0)
            return "No MCP servers configured yet. Try `codex mcp add my-tool -- my-command`.\n";
        var commands = servers.FindAll(static entry => entry.Value.Url is null);
        var addresses = servers.FindAll(static entry => entry.Value.Url is not null);
        var separator = commands.Count > 0 && addresses.Count > 0 ? "\n" : "";
        return Table(["Name", "Command", "Args", "Env", "Cwd", "Status", "Auth"], commands.ConvertAll(entry => CommandRow(entry, logins)))
            + separator
            + Table(["Name", "Url", "Bearer Token Env Var", "Status", "Auth"], addresses.ConvertAll(entry => AddressRow(entry, logins)));
    }

    private static string[] CommandRow(KeyValuePair<string, McpServerSection> entry, IReadOnlyDictionary<string, McpAuthStatus> logins) =>
    [
        entry.Key,
        entry.Value.Command ?? "",
        McpServerText.Words(entry.Value.Args),
        McpServerText.Variables(entry.Value),
        McpServerText.OrNothing(entry.Value.Cwd),
        McpServerText.Status(entry.Value),
        McpServerText.Login(logins[entry.Key]),
    ];

    private static string[] AddressRow(KeyValuePair<string, McpServerSection> entry, IReadOnlyDictionary<string, McpAuthStatus> logins) =>
    [
        entry.Key,
        entry.Value.Url!,
        entry.Value.BearerTokenEnvVar ?? McpServerText.Nothing,
        McpServerText.Status(entry.Value),
        McpServerText.Login(logins[entry.Key]),
    ];

    private static string Table(string[] header, List<string[]> rows)
    {
        if (rows.Count == 0)
            return "";
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header))
        {
            text.AppendJoin(ColumnGap, row.Select((cell, column) => cell.PadRight(Math.Max(header[column].Length, rows.Max(other => other[column].Length)))))
                .Append('\n');
        }

        return text.ToString();
    }
}
