namespace Codex.Backend.Auth;

/// <summary>A login as requests use it: a snapshot, never changed.</summary>
public sealed record StoredLogin
{
    /// <summary>How the user has logged in.</summary>
    public required AuthMode Mode { get; init; }

    /// <summary>Makes the value of the authorization header anew for a request; null when the login has nothing to send.</summary>
    public Func<Secret>? Authorization { get; init; }

    /// <summary>The key of the API platform or the access token; null for agent identities, which sign every request.</summary>
    public Secret? Bearer { get; init; }

    /// <summary>Whether this is an account of ChatGPT, not a key of the API platform.</summary>
    public bool IsChatGpt => Mode != AuthMode.ApiKey;

    /// <summary>The ChatGPT account that requests are made for.</summary>
    public string? AccountId { get; init; }

    /// <summary>What is known of the user.</summary>
    public IdTokenClaims Claims { get; init; } = IdTokenClaims.Empty;

    /// <summary>What it was made from; null for keys of the environment and of commands.</summary>
    public AuthDocument? Document { get; init; }

    /// <summary>A login by API key.</summary>
    public static StoredLogin OfApiKey(string key) => OfBearer(AuthMode.ApiKey, key);

    /// <summary>A ChatGPT login.</summary>
    public static StoredLogin OfChatGpt(AuthDocument document)
    {
        var login = document.UsableTokens is { } tokens
            ? OfBearer(document.EffectiveMode, tokens.AccessToken)
            : new StoredLogin { Mode = document.EffectiveMode };
        return login with
        {
            AccountId = document.Tokens?.AccountId,
            Claims = document.Tokens?.Claims ?? IdTokenClaims.Empty,
            Document = document,
        };
    }

    private static StoredLogin OfBearer(AuthMode mode, string token)
    {
        var header = new Secret("Bearer " + token);
        return new StoredLogin { Mode = mode, Bearer = new Secret(token), Authorization = () => header };
    }
}
