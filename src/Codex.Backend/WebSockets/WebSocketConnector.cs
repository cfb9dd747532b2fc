using System.Net;
using Codex.Backend.Providers;
using Codex.Backend.Responses;

namespace Codex.Backend.WebSockets;

/// <summary>Opens connections through the same handler as HTTP requests: same proxies, same certificates, same headers.</summary>
internal sealed class WebSocketConnector(ResponsesClientOptions options) : IDisposable
{
    private readonly Lazy<HttpMessageInvoker> _http = new(() => new HttpMessageInvoker(options.CreateHandler()));
    private readonly RequestHeaders _headers = new(options.Endpoint, options.Identity, options.Environment);

    /// <summary>Connects.</summary>
    /// <returns>The connection, or null when the server asks for plain HTTP (426).</returns>
    /// <exception cref="ModelException">The server refused or could not be reached.</exception>
    public Task<WebSocketLink?> ConnectAsync(RequestContext context, CancellationToken cancellationToken) =>
        options.Credentials.SendAsync(credentials => ConnectAsync(context, credentials, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_http.IsValueCreated)
            _http.Value.Dispose();
    }

    private async Task<WebSocketLink?> ConnectAsync(RequestContext context, RequestCredentials credentials, CancellationToken cancellationToken)
    {
        var url = WebSocketUrl.Build(credentials.BaseUrl, options.Endpoint.QueryParameters);
        if (url.Address is not { Scheme: "ws" or "wss" })
            throw ModelErrors.Address(url.Address);
        using var limit = new CancellationTokenSource(options.Endpoint.WebSocketConnectTimeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await HandshakeAsync(url, context, credentials, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw ModelErrors.Timeout();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw ModelErrors.Connection(url.Address, exception);
        }
    }

    private async Task<WebSocketLink?> HandshakeAsync(
        EndpointUrl url, RequestContext context, RequestCredentials credentials, CancellationToken cancellationToken)
    {
        var handshake = WebSocketHandshake.Create();
        using var message = handshake.Request(url.Address!);
        _headers.ApplyUpgrade(message.Headers, context, credentials);
        var response = await _http.Value.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.SwitchingProtocols)
            return await OpenAsync(handshake, response, context, cancellationToken).ConfigureAwait(false);
        using (response)
        {
            if (response.StatusCode == HttpStatusCode.UpgradeRequired)
                return null;
            var failure = await HttpFailure.ReadAsync(url.Text, response, cancellationToken).ConfigureAwait(false);
            throw failure.ToException(options.Time);
        }
    }

    private async Task<WebSocketLink> OpenAsync(
        WebSocketHandshake handshake, HttpResponseMessage response, RequestContext context, CancellationToken cancellationToken)
    {
        try
        {
            var socket = await handshake.OpenAsync(response, cancellationToken).ConfigureAwait(false);
            var connection = new WebSocketConnection(socket, response);
            return new WebSocketLink(connection, WebSocketGreeting.Read(response.Headers), context.WindowId, options);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
