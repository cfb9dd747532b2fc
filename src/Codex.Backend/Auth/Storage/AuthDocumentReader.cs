using System.Globalization;
using System.Text.Json;

namespace Codex.Backend.Auth.Storage;

/// <summary>Reads stored credentials. Strict about what it knows, forgiving about what it does not.</summary>
/// <param name="place">Where the document is, for messages.</param>
internal sealed class AuthDocumentReader(string place)
{
    private static readonly JsonDocumentOptions s_options = new() { AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Reads a document.</summary>
    /// <exception cref="AuthException">It cannot be used; the message names place and reason, never a value.</exception>
    public AuthDocument Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, s_options);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new AuthException(string.Create(
                CultureInfo.InvariantCulture, $"{place} is not valid JSON: line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}"));
        }
    }

    private AuthDocument Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new AuthException($"{place} must hold a JSON object");
        return new AuthDocument
        {
            Mode = Mode(root),
            ApiKey = Text(root, "OPENAI_API_KEY"),
            Tokens = Find(root, "tokens") is { } tokens ? Tokens(tokens) : null,
            LastRefresh = Time(root, "last_refresh"),
            AgentIdentity = Text(root, "agent_identity"),
        };
    }

    private AuthMode? Mode(JsonElement root)
    {
        if (Text(root, "auth_mode") is not { } name)
            return null;
        return AuthModeNames.Find(name)
            ?? throw Wrong("auth_mode", "expected one of `apikey`, `chatgpt`, `chatgptAuthTokens`, `agentIdentity`");
    }

    private AuthTokens Tokens(JsonElement tokens)
    {
        if (tokens.ValueKind != JsonValueKind.Object)
            throw Wrong("tokens", "expected an object");
        var idToken = Required(tokens, "id_token");
        if (IdTokenClaims.Read(idToken) is null)
            throw Wrong("tokens.id_token", "invalid ID token format");
        return new AuthTokens(idToken, Required(tokens, "access_token"), Required(tokens, "refresh_token"), Text(tokens, "account_id"));
    }

    private DateTimeOffset? Time(JsonElement root, string name)
    {
        if (Text(root, name) is not { } text)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : throw Wrong(name, "expected a time as in RFC 3339");
    }

    private string Required(JsonElement element, string name) => Text(element, name) ?? throw Wrong($"tokens.{name}", "missing");

    private string? Text(JsonElement element, string name) => Find(element, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw Wrong(name, "expected a string"),
    };

    private static JsonElement? Find(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private AuthException Wrong(string key, string reason) => new($"{place}: `{key}`: {reason}");
}
