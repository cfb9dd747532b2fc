namespace Codex.Backend.Auth.Tokens;

/// <summary>Why tokens could not be renewed.</summary>
public enum TokenRefreshFailure
{
    /// <summary>The network or the server; another attempt may succeed.</summary>
    Transient,

    /// <summary>The refresh token is too old.</summary>
    Expired,

    /// <summary>The refresh token was used before.</summary>
    Reused,

    /// <summary>The refresh token was withdrawn.</summary>
    Revoked,

    /// <summary>Refused for another reason.</summary>
    Refused,

    /// <summary>The user has logged out or in to another account meanwhile.</summary>
    OtherAccount,
}
