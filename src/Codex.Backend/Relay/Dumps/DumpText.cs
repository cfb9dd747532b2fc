using System.Buffers;
using System.Text;
using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Backend.Relay.Dumps;

/// <summary>Requests and answers as JSON, without what gives access to something.</summary>
internal static class DumpText
{
    private const string Redacted = "[REDACTED]";
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = CompactJsonEncoder.Instance };

    /// <summary>A request.</summary>
    public static byte[] OfRequest(IncomingRequest request, ReadOnlyMemory<byte> body) => Write(body, request.Headers, writer =>
    {
        writer.WriteString("method", request.Method);
        writer.WriteString("url", request.Target);
    });

    /// <summary>An answer.</summary>
    public static byte[] OfAnswer(int status, IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body) =>
        Write(body, headers, writer => writer.WriteNumber("status", status));

    private static byte[] Write(ReadOnlyMemory<byte> body, IReadOnlyList<KeyValuePair<string, string>> headers, Action<Utf8JsonWriter> start)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            start(writer);
            WriteHeaders(writer, headers);
            writer.WritePropertyName("body");
            WriteBody(writer, body);
            writer.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void WriteHeaders(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        writer.WriteStartArray("headers");
        foreach (var (name, value) in headers)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("value", IsSecret(name) ? Redacted : value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static bool IsSecret(string name) =>
        name.Equals("authorization", StringComparison.OrdinalIgnoreCase) || name.Contains("cookie", StringComparison.OrdinalIgnoreCase);

    // What is no JSON is a text.
    private static void WriteBody(Utf8JsonWriter writer, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            document.RootElement.WriteTo(writer);
        }
        catch (JsonException)
        {
            writer.WriteStringValue(Encoding.UTF8.GetString(body.Span));
        }
    }
}
