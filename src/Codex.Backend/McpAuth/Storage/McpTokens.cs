namespace Codex.Backend.McpAuth.Storage;

/// <summary>A stored login to an MCP server.</summary>
/// <param name="ServerName">The server's name in the configuration.</param>
/// <param name="Url">Its address, as written there.</param>
/// <param name="ClientId">The client that the tokens were given to.</param>
/// <param name="AccessToken">What requests carry.</param>
public sealed record McpTokens(string ServerName, string Url, string ClientId, string AccessToken)
{
    /// <summary>What new tokens are obtained with; null when there are none to be had.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>When the access token ends; null when nobody knows.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What the user has agreed to.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Names the server only.</summary>
    public override string ToString() => $"login to {ServerName}";
}
