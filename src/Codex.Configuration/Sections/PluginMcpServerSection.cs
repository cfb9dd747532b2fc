using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[plugins.x.mcp_servers.y]</c>.</summary>
public sealed record PluginMcpServerSection
{
    /// <summary>Whether the server is started.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Approval mode of its tools.</summary>
    public string? DefaultToolsApprovalMode { get; init; }

    /// <summary>Only these tools.</summary>
    public IReadOnlyList<string>? EnabledTools { get; init; }

    /// <summary>Not these tools.</summary>
    public IReadOnlyList<string>? DisabledTools { get; init; }

    /// <summary>Tools by name.</summary>
    public IReadOnlyDictionary<string, McpToolSection>? Tools { get; init; }

    internal static PluginMcpServerSection Read(TableReader table) => new()
    {
        Enabled = table.Boolean("enabled") ?? true,
        DefaultToolsApprovalMode = table.Word("default_tools_approval_mode", "auto", "prompt", "approve"),
        EnabledTools = table.Strings("enabled_tools"),
        DisabledTools = table.Strings("disabled_tools"),
        Tools = table.Map("tools", "struct McpServerToolConfig", McpToolSection.Read),
    };
}
