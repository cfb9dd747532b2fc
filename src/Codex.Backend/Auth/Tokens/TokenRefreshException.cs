namespace Codex.Backend.Auth.Tokens;

/// <summary>Tokens could not be renewed.</summary>
public sealed class TokenRefreshException : AuthException
{
    private const string Start = "Your access token could not be refreshed";

    /// <summary>A failure with the original's words.</summary>
    public TokenRefreshException(TokenRefreshFailure failure)
        : this(failure, Words(failure))
    {
    }

    /// <summary>A failure in other words.</summary>
    public TokenRefreshException(TokenRefreshFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>Why.</summary>
    public TokenRefreshFailure Failure { get; }

    /// <summary>The renewed login, when it is only that it could not be stored: this process can go on with it.</summary>
    internal AuthDocument? Unsaved { get; init; }

    /// <summary>Whether only the user can help, by logging in again.</summary>
    public bool IsPermanent => Failure != TokenRefreshFailure.Transient;

    private static string Words(TokenRefreshFailure failure) => failure switch
    {
        TokenRefreshFailure.Expired => $"{Start} because your refresh token has expired. Please log out and sign in again.",
        TokenRefreshFailure.Reused => $"{Start} because your refresh token was already used. Please log out and sign in again.",
        TokenRefreshFailure.Revoked => $"{Start} because your refresh token was revoked. Please log out and sign in again.",
        TokenRefreshFailure.OtherAccount =>
            $"{Start} because you have since logged out or signed in to another account. Please sign in again.",
        _ => $"{Start}. Please log out and sign in again.",
    };
}
