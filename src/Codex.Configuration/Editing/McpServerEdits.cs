using Codex.Configuration.Sections;
using Codex.Formats.Toml;

namespace Codex.Configuration.Editing;

/// <summary>Changes <c>[mcp_servers]</c>; other servers keep their text.</summary>
public static class McpServerEdits
{
    private const string Servers = "mcp_servers";

    /// <summary>Adds a server, or replaces the one of this name.</summary>
    public static void Set(TomlDocument document, string name, McpServerSection server) =>
        document.Set([Servers, name], McpServerToml.From(server));

    /// <summary>Removes a server; false when there was none.</summary>
    public static bool Remove(TomlDocument document, string name) => document.Remove([Servers, name]);
}
