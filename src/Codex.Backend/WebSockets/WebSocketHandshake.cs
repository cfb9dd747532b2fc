using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Codex.Backend.Responses;

namespace Codex.Backend.WebSockets;

/// <summary>The opening of a WebSocket (RFC 6455, 4) over a connection that an HTTP handler makes.</summary>
internal sealed class WebSocketHandshake
{
    private const string AcceptGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private readonly string _key;

    private WebSocketHandshake(string key) => _key = key;

    /// <summary>A handshake with a fresh key.</summary>
    public static WebSocketHandshake Create() => new(Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)));

    /// <summary>The upgrade request, to which the caller adds its own headers.</summary>
    public HttpRequestMessage Request(Uri url)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, url) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        message.Headers.TryAddWithoutValidation("connection", "Upgrade");
        message.Headers.TryAddWithoutValidation("upgrade", "websocket");
        message.Headers.TryAddWithoutValidation("sec-websocket-version", "13");
        message.Headers.TryAddWithoutValidation("sec-websocket-key", _key);
        message.Headers.TryAddWithoutValidation("sec-websocket-extensions", "permessage-deflate; client_max_window_bits");
        return message;
    }

    /// <summary>The open socket; it ends with the response.</summary>
    /// <exception cref="ModelException">The answer is not one to this handshake.</exception>
    public async Task<WebSocket> OpenAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Headers.First("sec-websocket-accept") != ExpectedAccept())
            throw ModelErrors.Stream("WebSocket protocol error: Key mismatch in \"Sec-WebSocket-Accept\" header");
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return WebSocket.CreateFromStream(stream, new WebSocketCreationOptions
        {
            KeepAliveInterval = TimeSpan.Zero,
            DangerousDeflateOptions = DeflateAnswer.Read(response.Headers.First("sec-websocket-extensions")),
        });
    }

    private string ExpectedAccept()
    {
#pragma warning disable CA5350 // The protocol demands SHA-1; nothing is protected by it.
        return Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(_key + AcceptGuid)));
#pragma warning restore CA5350
    }
}
