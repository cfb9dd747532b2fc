using Codex.Backend.Auth;
using Codex.Backend.McpAuth.Discovery;
using Codex.Backend.McpAuth.Storage;

namespace Codex.Backend.McpAuth;

/// <summary>Finds out how one is logged in to a server (<c>codex-rs/rmcp-client/src/auth_status.rs</c>).</summary>
/// <param name="store">Where logins are kept.</param>
/// <param name="createHandler">Makes the connection handler.</param>
public sealed class McpAuthStatusProbe(IMcpTokenStore store, Func<HttpMessageHandler> createHandler)
{
    /// <summary>The status. A server that cannot be asked, or a login that cannot be read, counts as none.</summary>
    /// <param name="target">The server.</param>
    /// <param name="hasBearerToken">Whether the configuration names a variable with a token.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public async Task<McpAuthStatus> FindAsync(McpServerTarget target, bool hasBearerToken, CancellationToken cancellationToken)
    {
        if (hasBearerToken || target.HasAuthorization)
            return McpAuthStatus.BearerToken;
        try
        {
            if (store.Load(target.Name, target.Url) is not null)
                return McpAuthStatus.OAuth;
        }
        catch (AuthException)
        {
            return McpAuthStatus.Unsupported;
        }

        using var http = new OAuthHttp(createHandler, target, OAuthSupport.Timeout);
        return await OAuthSupport.FindAsync(target, http, cancellationToken).ConfigureAwait(false) is null ? McpAuthStatus.Unsupported : McpAuthStatus.NotLoggedIn;
    }
}
