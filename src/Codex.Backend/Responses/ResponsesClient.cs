using System.Net;
using System.Runtime.CompilerServices;
using Codex.Backend.Providers;

namespace Codex.Backend.Responses;

/// <summary>The Responses API over HTTP with server-sent events. Connections are kept between requests; safe for concurrent use.</summary>
public sealed class ResponsesClient(ResponsesClientOptions options) : IModelClient, IDisposable
{
    private readonly Lazy<HttpMessageInvoker> _http = new(() => new HttpMessageInvoker(options.CreateHandler()));
    private readonly RequestHeaders _headers = new(options.Endpoint, options.Credentials, options.Identity, options.Environment);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ModelEvent> StreamAsync(
        ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        foreach (var modelEvent in ResponseHeaders.ToEvents(response.Headers))
            yield return modelEvent;
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var exchange = options.Observer?.Begin(request);
        var events = ResponseStream.ReadAsync(body, options.Endpoint.StreamIdleTimeout, options.Time, exchange, cancellationToken);
        await foreach (var modelEvent in events.ConfigureAwait(false))
            yield return modelEvent;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_http.IsValueCreated)
            _http.Value.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var endpoint = options.Endpoint;
        var url = EndpointUrl.Build(options.Credentials.BaseUrl, "responses", endpoint.QueryParameters)
            ?? throw ModelErrors.Stream("builder error");
        var body = new RequestBody(request, store: endpoint.IsAzure);
        for (var retry = 1; ; retry++)
        {
            if (await TrySendAsync(url, request.Context, body, mayRepeat: endpoint.RequestRetries.Allows(retry), cancellationToken).ConfigureAwait(false) is { } response)
                return response;
            await Task.Delay(RetryPolicy.Delay(retry, options.Random), options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>The answer, or null when the request should be repeated.</returns>
    private async Task<HttpResponseMessage?> TrySendAsync(
        Uri url, RequestContext context, RequestBody body, bool mayRepeat, CancellationToken cancellationToken)
    {
        using var message = Message(url, context, body);
        try
        {
            var response = await _http.Value.SendAsync(message, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
                return response;
            using (response)
            {
                var failure = await ReadFailureAsync(url, response, cancellationToken).ConfigureAwait(false);
                return mayRepeat && failure.MayRepeat ? null : throw failure.ToException(options.Time);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return mayRepeat ? null : throw ModelErrors.Connection(url, exception);
        }
    }

    private HttpRequestMessage Message(Uri url, RequestContext context, RequestBody body)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new RequestContent(body),
            Version = url.Scheme == Uri.UriSchemeHttps ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        _headers.Apply(message.Headers, context);
        return message;
    }

    private static async Task<HttpFailure> ReadFailureAsync(Uri url, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await FailureBody.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        return new HttpFailure((int)response.StatusCode, url, response.Headers, body);
    }
}
