using System.Text.Json;
using Codex.Backend.Auth.Http;
using Codex.Backend.Responses;

namespace Codex.Backend.Auth.Login;

/// <summary>Our own page after a login, with what the original hands to it.</summary>
internal static class SuccessUrl
{
    private const string AuthNamespace = "https://api.openai.com/auth";

    /// <summary>The address.</summary>
    public static string Build(string issuer, int port, AuthTokens tokens)
    {
        var claims = Claims(tokens.IdToken);
        var needsSetup = !IsTrue(claims, "completed_platform_onboarding") && IsTrue(claims, "is_org_owner");
        var query = QueryText.Of(
            ("id_token", tokens.IdToken),
            ("needs_setup", needsSetup ? "true" : "false"),
            ("org_id", Text(claims, "organization_id")),
            ("project_id", Text(claims, "project_id")),
            ("plan_type", Text(Claims(tokens.AccessToken), "chatgpt_plan_type")),
            ("platform_url", issuer == LoginConstants.Issuer ? "https://platform.openai.com" : "https://platform.api.openai.org"));
        return $"http://localhost:{port}/success?{query}";
    }

    private static JsonElement? Claims(string token) => JsonWebToken.ReadPayload(token)?.Member(AuthNamespace);

    private static string Text(JsonElement? claims, string name) => claims?.Member(name)?.Text() ?? "";

    private static bool IsTrue(JsonElement? claims, string name) => claims?.Member(name) is { ValueKind: JsonValueKind.True };
}
