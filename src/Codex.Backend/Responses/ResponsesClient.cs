using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Codex.Backend.Providers;
using Codex.Protocol.Items;

namespace Codex.Backend.Responses;

/// <summary>The Responses API over HTTP with server-sent events. Connections are kept between requests; safe for concurrent use.</summary>
public sealed class ResponsesClient(ResponsesClientOptions options) : IModelClient, IConversationCompactor, IDisposable
{
    // A summary takes longer than the next piece of a stream.
    private const int CompactionPatience = 4;

    private readonly ModelHttp _http = new(options);

    /// <inheritdoc/>
    public IConversationCompactor Compactor => this;

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
    public async Task<ImmutableArray<ResponseItem>> CompactAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Endpoint.StreamIdleTimeout * CompactionPatience, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await _http.PostAsync(
                "responses/compact",
                request.Context with { CompactsFor = request.InstallationId },
                credentials => ValueTask.FromResult(OutgoingBody.OfJson(CompactionBody.Write(request, AllowsServiceTier(credentials)))),
                either.Token).ConfigureAwait(false);
            return CompactionAnswer.Read(await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ModelErrors.Timeout();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private ValueTask<OutgoingBody> CreateBodyAsync(ModelRequest request, RequestCredentials credentials, CancellationToken cancellationToken) =>
        OutgoingBody.CreateAsync(new RequestBody(request, options.Endpoint.IsAzure), IsCompressed(credentials), cancellationToken);

    // Whoever pays by request pays for this one at the usual rate.
    private static bool AllowsServiceTier(RequestCredentials credentials) => credentials.Login is null or { IsChatGpt: true };

    // Other servers than OpenAI's own need not understand compressed bodies (codex-rs/core/src/client.rs).
    private bool IsCompressed(RequestCredentials credentials) => options is { CompressesRequests: true, Endpoint.IsOpenAi: true } && credentials.IsChatGpt;
}
