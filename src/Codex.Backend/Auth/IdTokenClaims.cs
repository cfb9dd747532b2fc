using System.Buffers.Text;
using System.Text.Json;

namespace Codex.Backend.Auth;

/// <summary>The claims of a ChatGPT id token that decide where requests go.</summary>
internal sealed record IdTokenClaims(string? AccountId, bool IsFedRamp)
{
    private const string Namespace = "https://api.openai.com/auth";

    /// <summary>Reads the payload of a three-part token without checking its signature; null when it is none.</summary>
    public static IdTokenClaims? Read(string? token)
    {
        if (token?.Split('.') is not [{ Length: > 0 }, { Length: > 0 } payload, { Length: > 0 }])
            return null;
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    private static IdTokenClaims Read(JsonElement claims)
    {
        if (claims.ValueKind != JsonValueKind.Object || !claims.TryGetProperty(Namespace, out var auth) || auth.ValueKind != JsonValueKind.Object)
            return new IdTokenClaims(null, false);
        var account = auth.TryGetProperty("chatgpt_account_id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        var isFedRamp = auth.TryGetProperty("chatgpt_account_is_fedramp", out var flag) && flag.ValueKind == JsonValueKind.True;
        return new IdTokenClaims(account, isFedRamp);
    }
}
