using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[mcp_servers.x.tools.y]</c>.</summary>
public sealed record McpToolSection
{
    /// <summary>auto, prompt or approve.</summary>
    public string? ApprovalMode { get; init; }

    internal static McpToolSection Read(TableReader table) => new()
    {
        ApprovalMode = table.Word("approval_mode", "auto", "prompt", "approve"),
    };
}
