using System.Text.Json;

namespace Codex.Backend.Auth;

/// <summary>Reads <c>auth.json</c> (<c>codex-rs/login/src/auth/storage.rs</c>); never writes it.</summary>
public static class AuthFile
{
    private const string FileName = "auth.json";

    /// <summary>The login stored in <paramref name="codexHome"/>; null when there is none or it cannot be used.</summary>
    public static StoredLogin? Read(string codexHome)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(codexHome, FileName)));
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static StoredLogin? Read(JsonElement file) => Mode(file) switch
    {
        "apikey" when Text(file, "OPENAI_API_KEY") is { } key => StoredLogin.OfApiKey(key),
        "chatgpt" when file.TryGetProperty("tokens", out var tokens) && tokens.ValueKind == JsonValueKind.Object => ReadTokens(tokens),
        _ => null,
    };

    // Files of older versions name no mode: a key wins, then an agent identity, else the tokens count.
    private static string Mode(JsonElement file)
    {
        if (Text(file, "auth_mode") is { } mode)
            return mode;
        if (Text(file, "OPENAI_API_KEY") is not null)
            return "apikey";
        return Text(file, "agent_identity") is null ? "chatgpt" : "agentIdentity";
    }

    private static StoredLogin? ReadTokens(JsonElement tokens)
    {
        if (Text(tokens, "access_token") is not { } accessToken || IdTokenClaims.Read(Text(tokens, "id_token")) is not { } claims)
            return null;
        return new StoredLogin
        {
            Bearer = new Secret(accessToken),
            IsChatGpt = true,
            AccountId = Text(tokens, "account_id") ?? claims.AccountId,
            IsFedRamp = claims.IsFedRamp,
        };
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
