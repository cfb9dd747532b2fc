using Codex.Backend.Auth.Http;
using Codex.Backend.Responses;

namespace Codex.Backend.Auth.Login;

/// <summary>Redeems what a login page gave (<c>codex-rs/login/src/server.rs</c>).</summary>
internal sealed class CodeExchange(LoginOptions options, AuthHttp http)
{
    private const string ExchangeGrant = "urn:ietf:params:oauth:grant-type:token-exchange";
    private const string IdTokenType = "urn:ietf:params:oauth:token-type:id_token";
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(1);

    /// <summary>The tokens for a code.</summary>
    /// <exception cref="AuthException">There are none.</exception>
    public async Task<AuthTokens> RedeemAsync(string code, string redirectUri, string verifier, CancellationToken cancellationToken)
    {
        var form = QueryText.Of(
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", redirectUri),
            ("client_id", options.ClientId),
            ("code_verifier", verifier));
        var response = await http.PostFormAsync(Url, form, s_timeout, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccess)
            throw new AuthException($"token endpoint returned status {response.StatusLine}: {TokenError.Explain(response)}");
        return Read(response) ?? throw new AuthException("error decoding response body");
    }

    /// <summary>A key of the API platform for a login; null where the account gets none.</summary>
    public async Task<string?> ObtainApiKeyAsync(string idToken, CancellationToken cancellationToken)
    {
        var form = QueryText.Of(
            ("grant_type", ExchangeGrant),
            ("client_id", options.ClientId),
            ("requested_token", "openai-api-key"),
            ("subject_token", idToken),
            ("subject_token_type", IdTokenType));
        try
        {
            var response = await http.PostFormAsync(Url, form, s_timeout, cancellationToken).ConfigureAwait(false);
            return response.IsSuccess ? response.Json()?.Member("access_token")?.Text() : null;
        }
        catch (AuthException)
        {
            return null;
        }
    }

    private string Url => options.Issuer.TrimEnd('/') + "/oauth/token";

    private static AuthTokens? Read(AuthResponse response)
    {
        var json = response.Json();
        return json?.Member("id_token")?.Text() is { } idToken
            && json?.Member("access_token")?.Text() is { } accessToken
            && json?.Member("refresh_token")?.Text() is { } refreshToken
                ? new AuthTokens(idToken, accessToken, refreshToken, IdTokenClaims.Read(idToken)?.AccountId)
                : null;
    }
}
