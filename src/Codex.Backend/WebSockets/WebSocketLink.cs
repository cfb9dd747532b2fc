using System.Runtime.CompilerServices;
using Codex.Backend.Responses;

namespace Codex.Backend.WebSockets;

/// <summary>A connection and what the server knows from it: the last request and its response.</summary>
internal sealed class WebSocketLink(
    WebSocketConnection connection, WebSocketGreeting greeting, string windowId, ResponsesClientOptions options) : IDisposable
{
    private SentExchange? _last;

    /// <summary>The window of the conversation that the connection was made for.</summary>
    public string WindowId => windowId;

    /// <summary>Whether the last response is complete and the connection open.</summary>
    public bool IsUsable => _last is not null && connection.IsOpen;

    /// <summary>Sends a request and yields its events up to <see cref="ModelEvent.Completed"/>.</summary>
    /// <exception cref="ModelException">The request failed or the connection broke; the link is then of no more use.</exception>
    public async IAsyncEnumerable<ModelEvent> StreamAsync(
        ModelRequest request, bool isWarmUp, IExchange? observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var modelEvent in greeting.ToEvents(isWarmUp))
            yield return modelEvent;
        using var idle = new IdleTimer(options.Endpoint.StreamIdleTimeout, options.Time, cancellationToken);
        await SendAsync(request, isWarmUp, idle, cancellationToken).ConfigureAwait(false);
        var response = new FrameReader(options.Time);
        var events = new List<ModelEvent>(2);
        while (_last is null)
        {
            var json = await ReceiveAsync(idle, cancellationToken).ConfigureAwait(false);
            observer?.Add(json);
            events.Clear();
            response.Read(json, events);
            foreach (var modelEvent in events)
            {
                if (modelEvent is ModelEvent.Completed completed)
                    Finish(new SentExchange(request, completed.ResponseId, response.Output));
                yield return modelEvent;
            }
        }
    }

    /// <summary>Tells the server that its response was taken in; a connection that is gone needs to tell nothing.</summary>
    public async Task AcknowledgeAsync(string responseId, CancellationToken cancellationToken)
    {
        try
        {
            await connection.SendAsync(FrameText.Processed(responseId), cancellationToken).ConfigureAwait(false);
        }
        catch (ModelException)
        {
            // The next request will find the connection closed and make another.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private void Finish(SentExchange exchange)
    {
        _last = exchange;
        connection.Listen();
    }

    private async Task SendAsync(ModelRequest request, bool isWarmUp, IdleTimer idle, CancellationToken cancellationToken)
    {
        var known = _last?.KnownItems(request);
        var form = new FrameForm
        {
            PreviousResponseId = known is null ? null : _last!.ResponseId,
            KnownItems = known ?? 0,
            IsWarmUp = isWarmUp,
            Metadata = FrameMetadata.Of(request, options.Time.GetUtcNow()),
        };
        _last = null;
        var frame = await FrameText.CreateAsync(new RequestBody(request, options.Endpoint.IsAzure, form), cancellationToken).ConfigureAwait(false);
        idle.Start();
        await WithinAsync(idle, connection.SendAsync(frame, idle.Token), cancellationToken).ConfigureAwait(false);
        idle.Stop();
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReceiveAsync(IdleTimer idle, CancellationToken cancellationToken)
    {
        idle.Start();
        try
        {
            return await connection.ReceiveAsync(idle.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (idle.HasExpired && !cancellationToken.IsCancellationRequested)
        {
            throw ModelErrors.WebSocketIdle();
        }
        finally
        {
            idle.Stop();
        }
    }

    private static async Task WithinAsync(IdleTimer idle, Task sending, CancellationToken cancellationToken)
    {
        try
        {
            await sending.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (idle.HasExpired && !cancellationToken.IsCancellationRequested)
        {
            throw ModelErrors.Stream("idle timeout sending websocket request");
        }
    }
}
