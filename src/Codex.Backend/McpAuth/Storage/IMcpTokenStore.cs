using Codex.Backend.Auth;

namespace Codex.Backend.McpAuth.Storage;

/// <summary>A place for logins to MCP servers.</summary>
public interface IMcpTokenStore
{
    /// <summary>The login to a server; null when there is none.</summary>
    /// <exception cref="AuthException">The place cannot be read.</exception>
    McpTokens? Load(string serverName, string url);

    /// <summary>Keeps a login in the place of the one that is there.</summary>
    /// <exception cref="AuthException">It cannot be kept.</exception>
    void Save(McpTokens tokens);

    /// <summary>Removes a login; false when there is none.</summary>
    /// <exception cref="AuthException">It cannot be removed.</exception>
    bool Delete(string serverName, string url);
}
