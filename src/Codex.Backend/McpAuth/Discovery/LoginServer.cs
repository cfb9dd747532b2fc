using System.Text.Json;
using Codex.Backend.Responses;

namespace Codex.Backend.McpAuth.Discovery;

/// <summary>A login server's document about itself (RFC 8414).</summary>
/// <param name="AuthorizationEndpoint">The page to log in at.</param>
/// <param name="TokenEndpoint">Where codes and refresh tokens are redeemed.</param>
internal sealed record LoginServer(Uri AuthorizationEndpoint, Uri TokenEndpoint)
{
    /// <summary>Where clients are registered; null when they cannot be.</summary>
    public Uri? RegistrationEndpoint { get; init; }

    /// <summary>What can be asked for.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Kinds of answers of the login page; empty when the server does not tell.</summary>
    public IReadOnlyList<string> ResponseTypes { get; init; } = [];

    /// <summary>Whether a client's secret is part of the form, not of a header.</summary>
    public bool TakesSecretInForm { get; init; }

    /// <summary>Reads the document; null when it is none.</summary>
    public static LoginServer? Read(JsonElement json)
    {
        if (Address(json, "authorization_endpoint") is not { } authorization || Address(json, "token_endpoint") is not { } token)
            return null;
        var methods = JsonTexts.Of(json, "token_endpoint_auth_methods_supported");
        return new LoginServer(authorization, token)
        {
            RegistrationEndpoint = Address(json, "registration_endpoint"),
            Scopes = JsonTexts.Of(json, "scopes_supported"),
            ResponseTypes = JsonTexts.Of(json, "response_types_supported"),
            TakesSecretInForm = methods.Contains("client_secret_post") && !methods.Contains("client_secret_basic"),
        };
    }

    private static Uri? Address(JsonElement json, string name) =>
        json.Member(name)?.Text() is { } text && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
