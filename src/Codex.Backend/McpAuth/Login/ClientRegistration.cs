using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Codex.Backend.McpAuth.Discovery;
using Codex.Backend.Responses;
using Codex.Formats.Json;

namespace Codex.Backend.McpAuth.Login;

/// <summary>Makes ourselves known to a login server (RFC 7591).</summary>
internal static class ClientRegistration
{
    private const string Failed = "Registration failed: Dynamic registration failed";
    private static readonly JsonWriterOptions s_options = new() { Encoder = CompactJsonEncoder.Instance };

    /// <summary>Registers a client.</summary>
    /// <exception cref="McpAuthException">The server takes none.</exception>
    public static async Task<OAuthClient> RegisterAsync(
        LoginServer server, string redirectUri, IReadOnlyList<string> scopes, OAuthHttp http, CancellationToken cancellationToken)
    {
        if (server.RegistrationEndpoint is not { } endpoint)
            throw new McpAuthException($"{Failed}: Registration failed: Dynamic client registration not supported");
        if (server.ResponseTypes.Count > 0 && !server.ResponseTypes.Contains("code"))
            throw new McpAuthException($"{Failed}: Invalid scope: code");
        try
        {
            return Read(endpoint, await http.PostJsonAsync(endpoint, Request(redirectUri, scopes), cancellationToken).ConfigureAwait(false));
        }
        catch (HttpRequestException exception)
        {
            throw new McpAuthException($"{Failed}: Registration failed: HTTP request error: {exception.Message}", innerException: exception);
        }
    }

    private static OAuthClient Read(Uri endpoint, OAuthAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            var text = ShortText.Cut(Encoding.UTF8.GetString(answer.Body));
            throw new McpAuthException(string.Create(CultureInfo.InvariantCulture, $"{Failed}: Registration failed: HTTP {StatusText.Of(answer.Status)}: {text}"));
        }

        return answer.Json() is { } json && json.Member("client_id")?.Text() is { } id
            ? new OAuthClient(id, json.Member("client_secret")?.Text() is { Length: > 0 } secret ? secret : null)
            : throw new McpAuthException(
                $"{Failed}: Registration failed: analyze response error: error decoding response body for url ({endpoint.GetLeftPart(UriPartial.Path)})");
    }

    private static byte[] Request(string redirectUri, IReadOnlyList<string> scopes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            writer.WriteString("client_name", "Codex");
            WriteList(writer, "redirect_uris", redirectUri);
            WriteList(writer, "grant_types", "authorization_code", "refresh_token");
            writer.WriteString("token_endpoint_auth_method", "none");
            WriteList(writer, "response_types", "code");
            if (scopes.Count > 0)
                writer.WriteString("scope", string.Join(' ', scopes));
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteList(Utf8JsonWriter writer, string name, params ReadOnlySpan<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
