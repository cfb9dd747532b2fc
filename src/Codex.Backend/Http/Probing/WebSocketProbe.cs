using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Platform.Environment;

namespace Codex.Backend.Http.Probing;

/// <summary>Opens the WebSocket of a provider, listens whether the server closes at once, and goes away.</summary>
public sealed class WebSocketProbe(ProviderEndpoint endpoint, ClientIdentity identity, HostEnvironment environment, TimeProvider time)
{
    private const int CloseFrame = 0x88;
    private const int LengthMask = 0x7f;
    private const int ShortestLong = 126;
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(250);

    /// <summary>Opens and closes.</summary>
    /// <param name="url">The address, with the scheme http or https.</param>
    /// <param name="credentials">What the request carries.</param>
    /// <param name="timeout">How long opening may take.</param>
    /// <param name="cancellationToken">Ends the probe.</param>
    public async Task<HandshakeResult> OpenAsync(Uri url, RequestCredentials credentials, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var certificates = new CertificateNotes();
        using var http = new HttpMessageInvoker(HttpHandlerFactory.CreateForProbe(environment, certificates));
        try
        {
            using var response = await http.SendAsync(Request(url, credentials), both.Token).ConfigureAwait(false);
            return await ReadAsync(response, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HandshakeResult { Failure = "handshake timed out", IsTimedOut = true };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException or AuthenticationException)
        {
            var causes = ConnectionCauses.Describe(environment, url, exception, certificates.Refusal);
            return new HandshakeResult { Failure = $"network error: {causes[^1]}", Causes = causes };
        }
    }

    private HttpRequestMessage Request(Uri url, RequestCredentials credentials)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        new RequestHeaders(endpoint, identity, environment).Apply(request.Headers, "*/*", credentials);
        request.Headers.Remove("accept");
        request.Headers.TryAddWithoutValidation("openai-beta", "responses_websockets=2026-02-06");
        request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", "websocket");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Version", "13");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)));
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits");
        return request;
    }

    private async Task<HandshakeResult> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = StatusText.Of((int)response.StatusCode);
        if ((int)response.StatusCode != 101)
            return new HandshakeResult { Status = status, Failure = $"http {status}" };
        var opened = new HandshakeResult
        {
            Status = "101 Switching Protocols",
            IsOpen = true,
            HasReasoningHeader = response.Headers.First("x-reasoning-included") is not null,
            HasModelsEtag = response.Headers.First("x-models-etag") is not null,
            HasServerModel = response.Headers.First("openai-model") is not null,
        };
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return await ReadFirstFrameAsync(stream, cancellationToken).ConfigureAwait(false) is { } payload
            ? opened with { CloseCode = payload.Length >= 2 ? (payload[0] << 8) | payload[1] : 1005, CloseReason = Reason(payload) }
            : opened;
    }

    private static string Reason(byte[] payload) => payload.Length > 2 ? Encoding.UTF8.GetString(payload, 2, payload.Length - 2) : "";

    /// <returns>The payload of a close frame; null when none comes within the grace time.</returns>
    private async Task<byte[]?> ReadFirstFrameAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(s_grace, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var head = new byte[2];
            await stream.ReadExactlyAsync(head, both.Token).ConfigureAwait(false);
            if (head[0] != CloseFrame || (head[1] & LengthMask) >= ShortestLong)
                return null;
            var payload = new byte[head[1] & LengthMask];
            await stream.ReadExactlyAsync(payload, both.Token).ConfigureAwait(false);
            return payload;
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
