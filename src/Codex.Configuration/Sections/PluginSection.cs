using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[plugins.x]</c>.</summary>
public sealed record PluginSection
{
    /// <summary>Whether the plugin is on.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Policy of its MCP servers.</summary>
    public IReadOnlyDictionary<string, PluginMcpServerSection>? McpServers { get; init; }

    internal static PluginSection Read(TableReader table) => new()
    {
        Enabled = table.Boolean("enabled") ?? true,
        McpServers = table.Map("mcp_servers", "struct PluginMcpServerConfig", PluginMcpServerSection.Read),
    };
}
