using System.Text;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Configuration.Sections;

namespace Codex.Cli.Commands.Mcp;

/// <summary><c>codex mcp list</c>.</summary>
internal static class McpListCommand
{
    private const string ColumnGap = "  ";

    /// <summary>Prints the configured servers: a table for each kind, or JSON.</summary>
    public static Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var servers = McpServers.Load(command, program).OrderBy(static entry => entry.Key, StringComparer.Ordinal).ToList();
        StandardOutput.Write(command.Flag("json") ? McpServerJson.List(servers) : Tables(servers));
        return Task.FromResult(0);
    }

    private static string Tables(List<KeyValuePair<string, McpServerSection>> servers)
    {
        if (servers.Count == 0)
            return "No MCP servers configured yet. Try `codex mcp add my-tool -- my-command`.\n";
        var commands = servers.FindAll(static entry => entry.Value.Url is null);
        var addresses = servers.FindAll(static entry => entry.Value.Url is not null);
        var separator = commands.Count > 0 && addresses.Count > 0 ? "\n" : "";
        return Table(["Name", "Command", "Args", "Env", "Cwd", "Status", "Auth"], commands.ConvertAll(CommandRow))
            + separator
            + Table(["Name", "Url", "Bearer Token Env Var", "Status", "Auth"], addresses.ConvertAll(AddressRow));
    }

    private static string[] CommandRow(KeyValuePair<string, McpServerSection> entry) =>
    [
        entry.Key,
        entry.Value.Command ?? "",
        McpServerText.Words(entry.Value.Args),
        McpServerText.Variables(entry.Value),
        McpServerText.OrNothing(entry.Value.Cwd),
        McpServerText.Status(entry.Value),
        McpServerText.Login(entry.Value).Text,
    ];

    private static string[] AddressRow(KeyValuePair<string, McpServerSection> entry) =>
    [
        entry.Key,
        entry.Value.Url!,
        entry.Value.BearerTokenEnvVar ?? McpServerText.Nothing,
        McpServerText.Status(entry.Value),
        McpServerText.Login(entry.Value).Text,
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
