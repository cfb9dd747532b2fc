namespace Codex.Backend.Auth;

/// <summary>The login that a user has stored, read only.</summary>
public sealed record StoredLogin
{
    /// <summary>The secret that goes into the authorization header.</summary>
    public required Secret Bearer { get; init; }

    /// <summary>Whether this is a ChatGPT account and not an API key.</summary>
    public bool IsChatGpt { get; init; }

    /// <summary>The ChatGPT account that requests are made for.</summary>
    public string? AccountId { get; init; }

    /// <summary>Whether the account belongs to the government cloud.</summary>
    public bool IsFedRamp { get; init; }

    /// <summary>A login by API key.</summary>
    public static StoredLogin OfApiKey(string key) => new() { Bearer = new Secret(key) };
}
