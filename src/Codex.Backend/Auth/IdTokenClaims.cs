using System.Text.Json;
using Codex.Backend.Responses;

namespace Codex.Backend.Auth;

/// <summary>The claims of a ChatGPT id token that matter here (<c>codex-rs/login/src/token_data.rs</c>).</summary>
public sealed record IdTokenClaims
{
    private const string AuthNamespace = "https://api.openai.com/auth";
    private const string ProfileNamespace = "https://api.openai.com/profile";

    /// <summary>A token that says nothing.</summary>
    public static IdTokenClaims Empty { get; } = new();

    /// <summary>The user's mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The plan, such as <c>plus</c>.</summary>
    public string? PlanType { get; init; }

    /// <summary>The ChatGPT user.</summary>
    public string? UserId { get; init; }

    /// <summary>The ChatGPT account, which is a workspace.</summary>
    public string? AccountId { get; init; }

    /// <summary>Whether the account belongs to the government cloud.</summary>
    public bool IsFedRamp { get; init; }

    /// <summary>Reads a token without checking its signature; null when it is none.</summary>
    public static IdTokenClaims? Read(string? token)
    {
        if (JsonWebToken.ReadPayload(token) is not { ValueKind: JsonValueKind.Object } payload)
            return null;
        var auth = payload.Member(AuthNamespace);
        return new IdTokenClaims
        {
            Email = Text(payload, "email") ?? Text(payload.Member(ProfileNamespace), "email"),
            PlanType = Text(auth, "chatgpt_plan_type"),
            UserId = Text(auth, "chatgpt_user_id") ?? Text(auth, "user_id"),
            AccountId = Text(auth, "chatgpt_account_id"),
            IsFedRamp = auth?.Member("chatgpt_account_is_fedramp") is { ValueKind: JsonValueKind.True },
        };
    }

    private static string? Text(JsonElement? element, string name) => element?.Member(name)?.Text();
}
