namespace Codex.Backend.Auth.Tokens;

/// <summary>What the login server gave for a refresh token; what it left out stays as it was.</summary>
internal sealed record RenewedTokens(string? IdToken, string? AccessToken, string? RefreshToken)
{
    /// <summary>The tokens from now on.</summary>
    /// <exception cref="TokenRefreshException">The new id token cannot be read.</exception>
    public AuthTokens ApplyTo(AuthTokens tokens)
    {
        if (IdToken is not null && IdTokenClaims.Read(IdToken) is null)
            throw new TokenRefreshException(TokenRefreshFailure.Transient, "invalid ID token format");
        return tokens with
        {
            IdToken = IdToken ?? tokens.IdToken,
            AccessToken = AccessToken ?? tokens.AccessToken,
            RefreshToken = RefreshToken ?? tokens.RefreshToken,
        };
    }
}
