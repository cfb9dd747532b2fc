namespace Codex.Backend.Auth.Tokens;

/// <summary>When tokens are renewed without being asked to.</summary>
internal sealed class TokenExpiry(TimeProvider time)
{
    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_longestUse = TimeSpan.FromDays(8);

    /// <summary>Whether an access token ends within five minutes or, where it does not tell, is older than eight days.</summary>
    public bool IsDue(AuthDocument document)
    {
        if (document is not { EffectiveMode: AuthMode.ChatGpt, Tokens: { } tokens })
            return false;
        var now = time.GetUtcNow();
        return JsonWebToken.ExpiresAt(tokens.AccessToken) is { } end
            ? end <= now + s_margin
            : document.LastRefresh < now - s_longestUse;
    }

    /// <summary>Whether tokens were obtained so recently that only a wrong clock can make them look expired.</summary>
    public bool IsRecent(AuthDocument document) =>
        document.LastRefresh is { } obtained && (time.GetUtcNow() - obtained).Duration() < s_margin;
}
