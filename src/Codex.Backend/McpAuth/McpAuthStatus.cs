namespace Codex.Backend.McpAuth;

/// <summary>How one is logged in to an MCP server.</summary>
public enum McpAuthStatus
{
    /// <summary>It has no login that we know of.</summary>
    Unsupported,

    /// <summary>It has one, and the user has not logged in.</summary>
    NotLoggedIn,

    /// <summary>The configuration brings a token.</summary>
    BearerToken,

    /// <summary>By OAuth.</summary>
    OAuth,
}
