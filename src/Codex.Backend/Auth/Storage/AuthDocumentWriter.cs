using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Backend.Auth.Storage;

/// <summary>Writes credentials in the original's form: members in its order, absent ones left out, no final line feed.</summary>
internal static class AuthDocumentWriter
{
    private static readonly JsonWriterOptions s_pretty = new() { Encoder = CompactJsonEncoder.Instance, Indented = true, NewLine = "\n" };
    private static readonly JsonWriterOptions s_compact = new() { Encoder = CompactJsonEncoder.Instance };

    /// <summary>As <c>auth.json</c> has it.</summary>
    public static byte[] Pretty(AuthDocument document) => Write(document, s_pretty);

    /// <summary>As a keyring has it.</summary>
    public static byte[] Compact(AuthDocument document) => Write(document, s_compact);

    private static byte[] Write(AuthDocument document, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
            Write(writer, document);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, AuthDocument document)
    {
        writer.WriteStartObject();
        if (document.Mode is { } mode)
            writer.WriteString("auth_mode", AuthModeNames.Of(mode));
        writer.WriteString("OPENAI_API_KEY", document.ApiKey);
        if (document.Tokens is { } tokens)
            Write(writer, tokens);
        if (document.LastRefresh is { } time)
            writer.WriteString("last_refresh", Text(time));
        if (document.AgentIdentity is { } identity)
            writer.WriteString("agent_identity", identity);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, AuthTokens tokens)
    {
        writer.WriteStartObject("tokens");
        writer.WriteString("id_token", tokens.IdToken);
        writer.WriteString("access_token", tokens.AccessToken);
        writer.WriteString("refresh_token", tokens.RefreshToken);
        writer.WriteString("account_id", tokens.AccountId);
        writer.WriteEndObject();
    }

    // Fractions of a second come in threes of digits, as many as are needed.
    private static string Text(DateTimeOffset time)
    {
        var nanoseconds = time.Ticks % TimeSpan.TicksPerSecond * 100;
        var fraction = nanoseconds switch
        {
            0 => "",
            _ when nanoseconds % 1_000_000 == 0 => "." + (nanoseconds / 1_000_000).ToString("000", CultureInfo.InvariantCulture),
            _ when nanoseconds % 1_000 == 0 => "." + (nanoseconds / 1_000).ToString("000000", CultureInfo.InvariantCulture),
            _ => "." + nanoseconds.ToString("000000000", CultureInfo.InvariantCulture),
        };
        return time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + fraction + "Z";
    }
}
