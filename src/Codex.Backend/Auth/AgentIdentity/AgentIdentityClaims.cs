using System.Buffers.Text;
using System.Text.Json;
using Codex.Backend.Responses;

namespace Codex.Backend.Auth.AgentIdentity;

/// <summary>What the access token of an agent identity says (<c>codex-rs/agent-identity/src/lib.rs</c>).</summary>
internal sealed record AgentIdentityClaims
{
    /// <summary>The agent.</summary>
    public required string RuntimeId { get; init; }

    /// <summary>The key that the agent signs with: PKCS #8 in base 64.</summary>
    public required Secret PrivateKey { get; init; }

    /// <summary>The ChatGPT account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The user as id tokens describe one.</summary>
    public required IdTokenClaims User { get; init; }

    /// <summary>Reads a token without checking its signature.</summary>
    /// <exception cref="AuthException">It is none.</exception>
    public static AgentIdentityClaims Read(string token)
    {
        if (token.Split('.') is not [{ Length: > 0 }, { Length: > 0 } payload, { Length: > 0 }])
            throw new AuthException("invalid agent identity JWT format");
        using var document = Parse(Decode(payload));
        return Read(document.RootElement) ?? throw NotJson();
    }

    private static byte[] Decode(string payload)
    {
        try
        {
            return Base64Url.DecodeFromChars(payload);
        }
        catch (FormatException)
        {
            throw new AuthException("agent identity JWT payload is not valid base64url");
        }
    }

    private static JsonDocument Parse(byte[] payload)
    {
        try
        {
            return JsonDocument.Parse(payload);
        }
        catch (JsonException)
        {
            throw NotJson();
        }
    }

    private static AgentIdentityClaims? Read(JsonElement claims)
    {
        if (Text("iss") is null || Text("aud") is null || Text("agent_runtime_id") is not { } runtime || Text("agent_private_key") is not { } key)
            return null;
        if (Text("account_id") is not { } account || Text("chatgpt_user_id") is not { } user || Text("email") is not { } email)
            return null;
        if (Text("plan_type") is not { } plan || claims.Member("chatgpt_account_is_fedramp") is not { ValueKind: JsonValueKind.True or JsonValueKind.False } isFedRamp)
            return null;
        return new AgentIdentityClaims
        {
            RuntimeId = runtime,
            PrivateKey = new Secret(key),
            AccountId = account,
            User = new IdTokenClaims { AccountId = account, UserId = user, Email = email, PlanType = plan, IsFedRamp = isFedRamp.GetBoolean() },
        };

        string? Text(string name) => claims.Member(name)?.Text();
    }

    private static AuthException NotJson() => new("agent identity JWT payload is not valid JSON");
}
