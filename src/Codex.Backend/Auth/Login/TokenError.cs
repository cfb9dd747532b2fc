using System.Text.Json;
using Codex.Backend.Auth.Http;
using Codex.Backend.Responses;

namespace Codex.Backend.Auth.Login;

/// <summary>What a token endpoint says about a refusal: OAuth's description, the API's message, a code, or the body.</summary>
internal static class TokenError
{
    /// <summary>The best of them.</summary>
    public static string Explain(AuthResponse response)
    {
        if (response.Json() is { } body && Explain(body) is { } explanation)
            return explanation;
        return response.Text is { Length: > 0 } text ? text : "unknown error";
    }

    private static string? Explain(JsonElement body)
    {
        var error = body.Member("error");
        return NonBlank(body.Member("error_description")) ?? NonBlank(error?.Member("message")) ?? NonBlank(error) ?? NonBlank(error?.Member("code"));
    }

    private static string? NonBlank(JsonElement? element) =>
        element?.Text() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
