using System.Buffers.Text;
using System.Text.Json;

namespace Codex.Backend.Auth;

/// <summary>The payload of a token of three parts, read without checking its signature: the server checks it.</summary>
internal static class JsonWebToken
{
    /// <summary>The payload's root; null when the text is no such token. Parts after the third are ignored.</summary>
    public static JsonElement? ReadPayload(string? token)
    {
        if (token?.Split('.') is not [{ Length: > 0 }, { Length: > 0 } payload, { Length: > 0 }, ..])
            return null;
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>When a token expires; null when it does not say.</summary>
    public static DateTimeOffset? ExpiresAt(string token)
    {
        if (ReadPayload(token) is not { ValueKind: JsonValueKind.Object } payload || !payload.TryGetProperty("exp", out var seconds))
            return null;
        return seconds.ValueKind == JsonValueKind.Number && seconds.TryGetInt64(out var value) && value is >= 0 and <= MaximumSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(value)
            : null;
    }

    private const long MaximumSeconds = 253402300799;
}
