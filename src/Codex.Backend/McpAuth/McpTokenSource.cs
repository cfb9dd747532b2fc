using Codex.Backend.Auth;
using Codex.Backend.Auth.Tokens;
using Codex.Backend.McpAuth.Discovery;
using Codex.Backend.McpAuth.Login;
using Codex.Backend.McpAuth.Storage;

namespace Codex.Backend.McpAuth;

/// <summary>The access token for requests to an MCP server, renewed in time and once for all processes of a home.</summary>
/// <param name="codexHome">The home that the login belongs to.</param>
/// <param name="target">The server.</param>
/// <param name="store">Where its login is kept.</param>
/// <param name="createHandler">Makes the connection handler.</param>
/// <param name="time">The clock.</param>
public sealed class McpTokenSource(string codexHome, McpServerTarget target, IMcpTokenStore store, Func<HttpMessageHandler> createHandler, TimeProvider time)
{
    private static readonly TimeSpan s_margin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_answerTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The token; null when the user has not logged in.</summary>
    /// <exception cref="AuthException">It has ended and cannot be renewed, or the store cannot be read.</exception>
    public async Task<Secret?> CurrentAsync(CancellationToken cancellationToken)
    {
        var tokens = store.Load(target.Name, target.Url);
        if (tokens is not null && IsDue(tokens))
            tokens = await RenewAsync(tokens, cancellationToken).ConfigureAwait(false);
        return tokens is null ? null : new Secret(tokens.AccessToken);
    }

    /// <summary>A newer token than one that the server has refused; null when there is none to be had.</summary>
    /// <exception cref="AuthException">The login server refuses, or the store cannot be read.</exception>
    public async Task<Secret?> RecoverAsync(Secret refused, CancellationToken cancellationToken)
    {
        var tokens = store.Load(target.Name, target.Url);
        if (tokens is not null && tokens.AccessToken == refused.Reveal())
            tokens = tokens.RefreshToken is null ? null : await RenewAsync(tokens, cancellationToken).ConfigureAwait(false);
        return tokens is null ? null : new Secret(tokens.AccessToken);
    }

    private bool IsDue(McpTokens tokens) => tokens.ExpiresAt is { } end && end <= time.GetUtcNow() + s_margin;

    private async Task<McpTokens?> RenewAsync(McpTokens old, CancellationToken cancellationToken)
    {
        using var turn = await RefreshLock.AcquireAsync(codexHome, time, cancellationToken).ConfigureAwait(false);
        var stored = store.Load(target.Name, target.Url);
        if (stored is null || stored.AccessToken != old.AccessToken)
            return stored;
        try
        {
            // Not to be cancelled once it has begun: the answer to a spent refresh token must not get lost.
            var renewed = await RenewAsync(stored).ConfigureAwait(false);
            store.Save(renewed);
            return renewed;
        }
        catch (McpAuthException exception)
        {
            throw new McpAuthException($"failed to refresh OAuth tokens for server {target.Name}", [exception.Message, .. exception.Causes], exception);
        }
    }

    private async Task<McpTokens> RenewAsync(McpTokens stored)
    {
        if (stored.RefreshToken is null)
            throw new McpAuthException("OAuth token refresh failed: No refresh token available");
        using var http = new OAuthHttp(createHandler, target, s_answerTimeout);
        var search = new LoginServerSearch(target.Address ?? throw new McpAuthException($"invalid MCP server URL `{target.Url}`"), http);
        var server = await search.FindAsync(CancellationToken.None).ConfigureAwait(false) ?? throw new McpAuthException("No authorization support detected");
        return await new TokenRequests(server, new OAuthClient(stored.ClientId, Secret: null), target, http, time)
            .RefreshAsync(stored, CancellationToken.None).ConfigureAwait(false);
    }
}
