using Codex.Configuration.Reading;
using Codex.Configuration.Sections;
using Codex.Formats.Toml;

namespace Codex.Configuration.Requirements;

/// <summary>Which MCP server is meant by a name: one that is started by a command, or one at an address.</summary>
/// <param name="Command">The command, or null.</param>
/// <param name="Url">The address, or null.</param>
public sealed record McpServerIdentity(string? Command, string? Url)
{
    /// <summary>Whether a configured server is the one that is meant.</summary>
    public bool Matches(McpServerSection server) => Command is not null ? server.Command == Command : server.Command is null && server.Url == Url;

    internal static IReadOnlyDictionary<string, McpServerIdentity>? ReadMap(TableReader table) =>
        table.Map("mcp_servers", "struct McpServerRequirement", Read);

    private static McpServerIdentity Read(TableReader table)
    {
        var identity = table.Raw("identity") switch
        {
            null => null,
            TomlTable fields when fields.TryGetValue("command", out var value) && value is TomlString command => new McpServerIdentity(command.Value, Url: null),
            TomlTable fields when fields.TryGetValue("url", out var value) && value is TomlString url => new McpServerIdentity(Command: null, url.Value),
            _ => table.Reject<McpServerIdentity>("identity", Untagged.NoMatch(nameof(McpServerIdentity))),
        };
        if (table.Raw("identity") is null)
            table.Missing("identity");
        return identity ?? new McpServerIdentity(Command: null, Url: null);
    }
}
