using Codex.Backend.Auth;

namespace Codex.Backend.Providers;

/// <summary>What one request carries, decided when it is sent.</summary>
public sealed record RequestCredentials
{
    /// <summary>The root of the provider's URLs for these credentials.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>The whole value of the authorization header; null sends none.</summary>
    public Secret? Authorization { get; init; }

    /// <summary>The stored login, when the provider uses it and nothing in its configuration goes before it.</summary>
    public StoredLogin? Login { get; init; }

    /// <summary>Whether the request is made for an account of ChatGPT.</summary>
    public bool IsChatGpt => Login is { IsChatGpt: true };
}
