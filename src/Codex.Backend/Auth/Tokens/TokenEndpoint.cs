using System.Text.Json;
using Codex.Backend.Auth.Http;
using Codex.Backend.Responses;
using Codex.Platform.Environment;

namespace Codex.Backend.Auth.Tokens;

/// <summary>Renews and withdraws the tokens of ChatGPT logins.</summary>
internal sealed class TokenEndpoint(AuthHttp http, HostEnvironment environment)
{
    private static readonly TimeSpan s_renewTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_revokeTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Spends a refresh token.</summary>
    /// <exception cref="TokenRefreshException">There are no new tokens.</exception>
    public async Task<RenewedTokens> RenewAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var body = JsonBody.Of(("client_id", LoginConstants.ClientId), ("grant_type", "refresh_token"), ("refresh_token", refreshToken));
        var response = await PostAsync(RenewUrl, body, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccess)
            throw Failure(response);
        return response.Json() is { } tokens
            ? new RenewedTokens(Text(tokens, "id_token"), Text(tokens, "access_token"), Text(tokens, "refresh_token"))
            : throw new TokenRefreshException(TokenRefreshFailure.Transient, $"Failed to refresh token: {Host(RenewUrl)} did not answer with JSON");
    }

    /// <summary>Withdraws the refresh token, or the access token when there is no other.</summary>
    /// <exception cref="AuthException">The server did not agree.</exception>
    public async Task RevokeAsync(AuthTokens tokens, CancellationToken cancellationToken)
    {
        var (kind, body) = tokens.RefreshToken.Length > 0
            ? ("refresh_token", JsonBody.Of(("token", tokens.RefreshToken), ("token_type_hint", "refresh_token"), ("client_id", LoginConstants.ClientId)))
            : ("access_token", JsonBody.Of(("token", tokens.AccessToken), ("token_type_hint", "access_token")));
        if (tokens.RefreshToken.Length + tokens.AccessToken.Length == 0)
            return;
        var response = await http.PostJsonAsync(RevokeUrl, body, s_revokeTimeout, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccess)
            throw new AuthException($"failed to revoke {kind}: {response.StatusLine}: {response.Explanation}");
    }

    private string RenewUrl => environment.GetVariable(LoginConstants.RefreshUrlVariable) ?? LoginConstants.RefreshUrl;

    private string RevokeUrl => environment.GetVariable(LoginConstants.RevokeUrlVariable) ?? DerivedRevokeUrl ?? LoginConstants.RevokeUrl;

    private string? DerivedRevokeUrl => environment.GetVariable(LoginConstants.RefreshUrlVariable) is { } renew
        && Uri.TryCreate(renew, UriKind.Absolute, out var url)
            ? url.GetLeftPart(UriPartial.Authority) + "/oauth/revoke"
            : null;

    private async Task<AuthResponse> PostAsync(string url, byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            return await http.PostJsonAsync(url, body, s_renewTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthException exception)
        {
            throw new TokenRefreshException(TokenRefreshFailure.Transient, exception.Message, exception);
        }
    }

    private static TokenRefreshException Failure(AuthResponse response)
    {
        var failure = Kind(response.Json());
        return failure != TokenRefreshFailure.Refused || response.Status == 401
            ? new TokenRefreshException(failure)
            : new TokenRefreshException(TokenRefreshFailure.Transient, $"Failed to refresh token: {response.StatusLine}: {response.Explanation}");
    }

    private static TokenRefreshFailure Kind(JsonElement? body) => Code(body)?.ToLowerInvariant() switch
    {
        "refresh_token_expired" => TokenRefreshFailure.Expired,
        "refresh_token_reused" => TokenRefreshFailure.Reused,
        "refresh_token_invalidated" => TokenRefreshFailure.Revoked,
        _ => TokenRefreshFailure.Refused,
    };

    private static string? Code(JsonElement? body)
    {
        var error = body?.Member("error");
        return error?.Text() ?? error?.Member("code")?.Text() ?? body?.Member("code")?.Text();
    }

    private static string? Text(JsonElement tokens, string name) => tokens.Member(name)?.Text();

    private static string Host(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Authority : "the login server";
}
