using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[mcp_servers.x.oauth]</c>.</summary>
public sealed record McpOAuthSection
{
    /// <summary>Client id shown to the authorization server.</summary>
    public string? ClientId { get; init; }

    internal static McpOAuthSection Read(TableReader table) => new()
    {
        ClientId = table.String("client_id"),
    };
}
