using System.Buffers;
using System.Text.Json;
using Codex.Backend.McpAuth.Discovery;
using Codex.Backend.Responses;
using Codex.Formats.Json;

namespace Codex.Backend.McpAuth.Storage;

/// <summary>Logins as the file and the keyring hold them (<c>codex-rs/rmcp-client/src/oauth.rs</c>).</summary>
internal static class McpTokensJson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = CompactJsonEncoder.Instance };

    /// <summary>The whole file.</summary>
    public static byte[] File(SortedDictionary<string, McpTokens> logins) => Write(writer =>
    {
        foreach (var (key, tokens) in logins)
        {
            writer.WriteStartObject(key);
            writer.WriteString("server_name", tokens.ServerName);
            writer.WriteString("server_url", tokens.Url);
            writer.WriteString("client_id", tokens.ClientId);
            writer.WriteString("access_token", tokens.AccessToken);
            WriteEnd(writer, tokens);
            writer.WriteString("refresh_token", tokens.RefreshToken);
            writer.WriteStartArray("scopes");
            foreach (var scope in tokens.Scopes)
                writer.WriteStringValue(scope);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    });

    /// <summary>A login for the keyring.</summary>
    /// <param name="tokens">The login.</param>
    /// <param name="now">What the rest of the token's time is counted from.</param>
    public static byte[] Secret(McpTokens tokens, DateTimeOffset now) => Write(writer =>
    {
        writer.WriteString("server_name", tokens.ServerName);
        writer.WriteString("url", tokens.Url);
        writer.WriteString("client_id", tokens.ClientId);
        writer.WriteStartObject("token_response");
        writer.WriteString("access_token", tokens.AccessToken);
        writer.WriteString("token_type", "bearer");
        if (tokens.ExpiresAt is { } end && end > now)
            writer.WriteNumber("expires_in", (long)(end - now).TotalSeconds);
        if (tokens.RefreshToken is { } refresh)
            writer.WriteString("refresh_token", refresh);
        if (tokens.Scopes.Count > 0)
            writer.WriteString("scope", string.Join(' ', tokens.Scopes));
        writer.WriteEndObject();
        WriteEnd(writer, tokens);
    });

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">It is damaged; the message shows nothing of it.</exception>
    public static SortedDictionary<string, McpTokens> ReadFile(byte[] json)
    {
        var logins = new SortedDictionary<string, McpTokens>(StringComparer.Ordinal);
        foreach (var member in Parse(json).EnumerateObject())
        {
            logins[member.Name] = new McpTokens(
                Required(member.Value, "server_name"), Required(member.Value, "server_url"), Required(member.Value, "client_id"), Required(member.Value, "access_token"))
            {
                ExpiresAt = End(member.Value),
                RefreshToken = member.Value.Member("refresh_token")?.Text(),
                Scopes = JsonTexts.Of(member.Value, "scopes"),
            };
        }

        return logins;
    }

    /// <summary>Reads a login of the keyring.</summary>
    /// <exception cref="InvalidDataException">It is damaged; the message shows nothing of it.</exception>
    public static McpTokens ReadSecret(byte[] json)
    {
        var login = Parse(json);
        var response = login.Member("token_response") ?? throw new InvalidDataException("missing field `token_response`");
        return new McpTokens(Required(login, "server_name"), Required(login, "url"), Required(login, "client_id"), Required(response, "access_token"))
        {
            ExpiresAt = End(login),
            RefreshToken = response.Member("refresh_token")?.Text(),
            Scopes = response.Member("scope")?.Text()?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
        };
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteEnd(Utf8JsonWriter writer, McpTokens tokens)
    {
        if (tokens.ExpiresAt is { } end)
            writer.WriteNumber("expires_at", end.ToUnixTimeMilliseconds());
        else
            writer.WriteNull("expires_at");
    }

    private static JsonElement Parse(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new InvalidDataException("not a JSON object");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"no valid JSON at line {exception.LineNumber + 1}", exception);
        }
    }

    private static string Required(JsonElement element, string name) =>
        element.Member(name)?.Text() ?? throw new InvalidDataException($"missing field `{name}`");

    private static DateTimeOffset? End(JsonElement element) =>
        element.Member("expires_at") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var end)
            ? DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(end, 0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()))
            : null;
}
