using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Codex.Backend.Responses;

namespace Codex.Backend.WebSockets;

/// <summary>
/// The Responses API over WebSockets: one connection a thread, kept between its requests, over which only the new part of a
/// conversation travels. A thread whose server does not want that goes on over HTTP. Safe for concurrent use.
/// </summary>
/// <param name="http">Takes the requests of threads without a connection; ends with this client.</param>
/// <param name="options">The provider and the surroundings.</param>
public sealed class WebSocketModelClient(ResponsesClient http, ResponsesClientOptions options) : IModelClient, IThreadConnections, IDisposable
{
    private readonly ConcurrentDictionary<string, ThreadConnection> _threads = new(StringComparer.Ordinal);
    private readonly WebSocketConnector _connector = new(options);

    /// <inheritdoc/>
    public IThreadConnections Connections => this;

    /// <inheritdoc/>
    public IConversationCompactor? Compactor => http.Compactor;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ModelEvent> StreamAsync(
        ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var thread = Find(request.Context.ThreadId);
        var events = await OpenAsync(thread, request, cancellationToken).ConfigureAwait(false) is { } link
            ? StreamAsync(thread, link, request, cancellationToken)
            : http.StreamAsync(request, cancellationToken);
        await foreach (var modelEvent in events.ConfigureAwait(false))
            yield return modelEvent;
    }

    /// <inheritdoc/>
    public bool IsActive(string threadId) => !Find(threadId).HasFallenBack;

    /// <inheritdoc/>
    public async Task WarmUpAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Endpoint.WebSocketConnectTimeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await WarmUpAsync(Find(request.Context.ThreadId), request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ModelErrors.Timeout();
        }
    }

    /// <inheritdoc/>
    public Task AcknowledgeAsync(string threadId, string responseId, CancellationToken cancellationToken) =>
        Find(threadId).Link?.AcknowledgeAsync(responseId, cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public bool FallBack(string threadId) => Find(threadId).FallBack();

    /// <inheritdoc/>
    public void Close(string threadId)
    {
        if (_threads.TryRemove(threadId, out var thread))
            thread.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var threadId in _threads.Keys)
            Close(threadId);
        _connector.Dispose();
        http.Dispose();
    }

    /// <summary>Whether the thread has a connection that its next request would use.</summary>
    internal bool IsOpen(string threadId) => Find(threadId).Link is { IsUsable: true };

    private async Task WarmUpAsync(ThreadConnection thread, ModelRequest request, CancellationToken cancellationToken)
    {
        if (await OpenAsync(thread, request, cancellationToken).ConfigureAwait(false) is not { } link)
            return;
        try
        {
            await foreach (var _ in link.StreamAsync(request, isWarmUp: true, observer: null, cancellationToken).ConfigureAwait(false))
            {
                // Nothing is generated; the end alone counts.
            }
        }
        finally
        {
            thread.Keep(link);
        }
    }

    private async IAsyncEnumerable<ModelEvent> StreamAsync(
        ThreadConnection thread, WebSocketLink link, ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var exchange = options.Observer?.Begin(request);
        try
        {
            await foreach (var modelEvent in link.StreamAsync(request, isWarmUp: false, exchange, cancellationToken).ConfigureAwait(false))
                yield return modelEvent;
        }
        finally
        {
            thread.Keep(link);
        }
    }

    /// <returns>The thread's connection, or null when its requests go over HTTP.</returns>
    private async Task<WebSocketLink?> OpenAsync(ThreadConnection thread, ModelRequest request, CancellationToken cancellationToken)
    {
        if (thread.HasFallenBack)
            return null;
        if (thread.Take(request.Context.WindowId) is { } kept)
            return kept;
        var link = await _connector.ConnectAsync(request.Context, cancellationToken).ConfigureAwait(false);
        if (link is null)
            thread.FallBack();
        return link;
    }

    private ThreadConnection Find(string threadId) => _threads.GetOrAdd(threadId, static _ => new ThreadConnection());
}
