using System.Runtime.CompilerServices;
using Codex.Backend.Providers;

namespace Codex.Backend.Responses;

/// <summary>The Responses API over HTTP with server-sent events. Connections are kept between requests; safe for concurrent use.</summary>
public sealed class ResponsesClient(ResponsesClientOptions options) : IModelClient, IDisposable
{
    private readonly ModelHttp _http = new(options);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ModelEvent> StreamAsync(
        ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsync(
            "responses", request.Context, credentials => CreateBodyAsync(request, credentials, cancellationToken), cancellationToken).ConfigureAwait(false);
        foreach (var modelEvent in ResponseHeaders.ToEvents(response.Headers))
            yield return modelEvent;
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var exchange = options.Observer?.Begin(request);
        var events = ResponseStream.ReadAsync(
            body, new StreamEventReader(), options.Endpoint.StreamIdleTimeout, options.Time, exchange, cancellationToken);
        await foreach (var modelEvent in events.ConfigureAwait(false))
            yield return modelEvent;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private ValueTask<OutgoingBody> CreateBodyAsync(ModelRequest request, RequestCredentials credentials, CancellationToken cancellationToken) =>
        OutgoingBody.CreateAsync(new RequestBody(request, options.Endpoint.IsAzure), IsCompressed(credentials), cancellationToken);

    // Other servers than OpenAI's own need not understand compressed bodies (codex-rs/core/src/client.rs).
    private bool IsCompressed(RequestCredentials credentials) => options is { CompressesRequests: true, Endpoint.IsOpenAi: true } && credentials.IsChatGpt;
}
