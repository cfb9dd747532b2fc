namespace Codex.Backend.Auth;

/// <summary>The tokens of a ChatGPT login.</summary>
/// <param name="IdToken">A three-part token that tells who the user is.</param>
/// <param name="AccessToken">The bearer token of requests.</param>
/// <param name="RefreshToken">Buys new tokens, once; empty when there is none.</param>
/// <param name="AccountId">The ChatGPT account that requests are made for.</param>
public sealed record AuthTokens(string IdToken, string AccessToken, string RefreshToken, string? AccountId)
{
    /// <summary>What somebody else than the token says about the user; never stored.</summary>
    public IdTokenClaims? ToldClaims { get; init; }

    /// <summary>What is known of the user.</summary>
    public IdTokenClaims Claims => ToldClaims ?? IdTokenClaims.Read(IdToken) ?? IdTokenClaims.Empty;

    /// <summary>A fixed text: tokens are not printed.</summary>
    public override string ToString() => "[redacted]";
}
