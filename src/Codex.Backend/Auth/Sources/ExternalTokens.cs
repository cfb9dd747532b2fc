namespace Codex.Backend.Auth.Sources;

/// <summary>Tokens of a ChatGPT account that the program embedding us keeps.</summary>
/// <param name="AccessToken">The bearer token, of three parts.</param>
/// <param name="AccountId">The ChatGPT account.</param>
/// <param name="PlanType">The plan, when it is told.</param>
public sealed record ExternalTokens(string AccessToken, string AccountId, string? PlanType)
{
    /// <summary>The login made of them.</summary>
    /// <exception cref="AuthException">The token has not three parts.</exception>
    internal AuthDocument ToDocument(DateTimeOffset now)
    {
        var claims = IdTokenClaims.Read(AccessToken) ?? throw new AuthException("invalid ID token format");
        return new AuthDocument
        {
            Mode = AuthMode.ExternalChatGpt,
            Tokens = new AuthTokens(AccessToken, AccessToken, "", AccountId)
            {
                ToldClaims = claims with { AccountId = AccountId, PlanType = PlanType ?? claims.PlanType ?? "unknown" },
            },
            LastRefresh = now,
        };
    }

    /// <summary>A fixed text: tokens are not printed.</summary>
    public override string ToString() => "[redacted]";
}
