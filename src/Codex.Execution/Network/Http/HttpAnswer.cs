using System.Globalization;
using System.Text;
using System.Text.Json;
using Codex.Execution.Policy.Rules;

namespace Codex.Execution.Network.Http;

/// <summary>What the proxy itself answers (<c>network-proxy/src/responses.rs</c>).</summary>
internal static class HttpAnswer
{
    internal static ReadOnlyMemory<byte> Connected { get; } = "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray();

    internal static byte[] Plain(int status, string body, DateTimeOffset now) =>
        Write(status, "text/plain", errorHeader: null, Encoding.UTF8.GetBytes(body), now);

    /// <summary>A tunnel, and what is in it, is refused with a sentence, any other request with an object.</summary>
    internal static byte[] Blocked(NetworkRequest request, NetworkVerdict verdict, DateTimeOffset now) => request.Protocol is NetworkProtocol.Https
        ? Write(403, "text/plain", verdict.ErrorHeader, Encoding.UTF8.GetBytes(verdict.Message), now)
        : Write(403, "application/json", verdict.ErrorHeader, Json(request, verdict), now);

    private static byte[] Json(NetworkRequest request, NetworkVerdict verdict)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("status", "blocked");
            json.WriteString("host", request.Host);
            json.WriteString("reason", verdict.Reason);
            json.WriteString("decision", verdict.Decision);
            json.WriteString("source", verdict.Source);
            json.WriteString("protocol", "http");
            json.WriteNumber("port", request.Port);
            json.WriteString("message", verdict.Message);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static byte[] Write(int status, string type, string? errorHeader, byte[] body, DateTimeOffset now)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {Phrase(status)}\r\ncontent-type: {type}\r\n");
        if (errorHeader is not null)
            head.Append(CultureInfo.InvariantCulture, $"x-proxy-error: {errorHeader}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"content-length: {body.Length}\r\nconnection: close\r\ndate: {now:r}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head.ToString()), .. body];
    }

    private static string Phrase(int status) => status switch
    {
        400 => "Bad Request",
        403 => "Forbidden",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        431 => "Request Header Fields Too Large",
        501 => "Not Implemented",
        _ => "Bad Gateway",
    };
}
