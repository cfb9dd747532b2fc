namespace Codex.Backend.Auth;

/// <summary>What <c>auth.json</c> or a keyring entry holds (<c>codex-rs/login/src/auth/storage.rs</c>).</summary>
public sealed record AuthDocument
{
    /// <summary>How the user has logged in; null in files of older versions.</summary>
    public AuthMode? Mode { get; init; }

    /// <summary>The key of the API platform; a ChatGPT login may have one too.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The tokens of a ChatGPT login.</summary>
    public AuthTokens? Tokens { get; init; }

    /// <summary>When the tokens were last obtained.</summary>
    public DateTimeOffset? LastRefresh { get; init; }

    /// <summary>The access token of an agent identity.</summary>
    public string? AgentIdentity { get; init; }

    /// <summary>The mode, also of files that name none: there a key wins over tokens.</summary>
    public AuthMode EffectiveMode => Mode ?? (ApiKey is null ? AuthMode.ChatGpt : AuthMode.ApiKey);

    /// <summary>The tokens as far as they can be used: the original wants to know when they were obtained.</summary>
    public AuthTokens? UsableTokens => LastRefresh is null ? null : Tokens;

    /// <summary>A login by key.</summary>
    public static AuthDocument OfApiKey(string key) => new() { Mode = AuthMode.ApiKey, ApiKey = key };

    /// <summary>A login by the access token of an agent identity.</summary>
    public static AuthDocument OfAgentIdentity(string token) => new() { Mode = AuthMode.AgentIdentity, AgentIdentity = token };

    /// <summary>A fixed text: secrets are not printed.</summary>
    public override string ToString() => "[redacted]";
}
