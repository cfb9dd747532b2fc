using Codex.Backend.Auth;

namespace Codex.Backend.Bedrock.Keys;

/// <summary>What <c>aws sso login</c> left behind.</summary>
/// <param name="AccessToken">The token.</param>
/// <param name="ExpiresAt">Its end.</param>
internal sealed record SsoToken(Secret AccessToken, DateTimeOffset ExpiresAt)
{
    /// <summary>Gets another token; null when the login cannot be renewed.</summary>
    public Secret? RefreshToken { get; init; }

    /// <summary>The client that logged in.</summary>
    public string? ClientId { get; init; }

    /// <summary>The client's secret.</summary>
    public Secret? ClientSecret { get; init; }

    /// <summary>Until when the client is known; null when nobody said so.</summary>
    public DateTimeOffset? RegistrationExpiresAt { get; init; }

    /// <summary>The region of the login, as it was written.</summary>
    public string? Region { get; init; }

    /// <summary>The page of the login, as it was written.</summary>
    public string? StartUrl { get; init; }

    /// <summary>Whether it can be renewed.</summary>
    public bool IsRenewable(DateTimeOffset now) =>
        RefreshToken is not null && ClientId is not null && ClientSecret is not null && !(RegistrationExpiresAt <= now);
}
