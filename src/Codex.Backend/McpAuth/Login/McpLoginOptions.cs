using Codex.Backend.McpAuth.Storage;

namespace Codex.Backend.McpAuth.Login;

/// <summary>What a login to an MCP server needs.</summary>
public sealed record McpLoginOptions
{
    /// <summary>The server.</summary>
    public required McpServerTarget Target { get; init; }

    /// <summary>What is asked for; empty for what the server wants itself.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Whether nothing at all is asked for, whatever the server wants.</summary>
    public bool OmitsScopes { get; init; }

    /// <summary>The client that the login server knows; null registers one.</summary>
    public string? ClientId { get; init; }

    /// <summary>A further resource to ask for; null for none.</summary>
    public string? Resource { get; init; }

    /// <summary>The loopback port that the browser comes back to; null is a free one.</summary>
    public long? CallbackPort { get; init; }

    /// <summary>The address that the browser is told; null is the loopback port.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>How long the user may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Where the login is kept.</summary>
    public required IMcpTokenStore Store { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Makes the connection handler.</summary>
    public required Func<HttpMessageHandler> CreateHandler { get; init; }
}
