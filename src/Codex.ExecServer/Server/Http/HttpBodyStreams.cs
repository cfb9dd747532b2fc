using Codex.ExecServer.Protocol;
using Codex.ExecServer.Rpc;

namespace Codex.ExecServer.Server.Http;

/// <summary>Answers a client's HTTP requests, and sends the bodies that it wants in pieces.</summary>
/// <param name="sender">Sends the requests.</param>
/// <param name="outbox">Where answers go.</param>
internal sealed class HttpBodyStreams(HttpSender sender, Outbox outbox) : IAsyncDisposable
{
    private const int PieceLength = 64 * 1024;
    private const string BrokenBody = "error decoding response body";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task> _streams = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _ending = new();

    /// <summary>The answer; null when it has been given already, because a body follows it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="checkAllowed">Throws when requests may not be sent yet.</param>
    /// <param name="cancellationToken">Ends waiting for the server.</param>
    /// <exception cref="RpcException">The request is refused or fails.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> AnswerAsync(RpcMessage.Request request, Action checkAllowed, CancellationToken cancellationToken)
    {
        var parameters = RequestParams.Read(request, Shapes.HttpRequest, ExecServerJson.Wire.HttpRequestParams);
        checkAllowed();
        if (!parameters.StreamResponse)
            return await AnswerWholeAsync(request, parameters, cancellationToken).ConfigureAwait(false);
        CheckFree(parameters.RequestId);
        var exchange = await sender.SendAsync(parameters, _ending.Token).ConfigureAwait(false);
        await outbox.AddAsync(Response(request, exchange.Describe([])), cancellationToken).ConfigureAwait(false);
        lock (_gate)
            _streams[parameters.RequestId] = SendBodyAsync(parameters.RequestId, exchange);
        return null;
    }

    /// <summary>Gives up what is still being sent.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        Task[] streams;
        lock (_gate)
            streams = [.. _streams.Values];
        await Task.WhenAll(streams).ConfigureAwait(false);
        _ending.Dispose();
    }

    private async ValueTask<ReadOnlyMemory<byte>> AnswerWholeAsync(RpcMessage.Request request, HttpRequestParams parameters, CancellationToken cancellationToken)
    {
        using var exchange = await sender.SendAsync(parameters, cancellationToken).ConfigureAwait(false);
        try
        {
            return Response(request, exchange.Describe(await exchange.ReadAllAsync().ConfigureAwait(false)));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw RpcException.Internal($"failed to read http/request response body: {BrokenBody}");
        }
    }

    private void CheckFree(string requestId)
    {
        lock (_gate)
        {
            foreach (var (id, stream) in _streams)
            {
                if (stream.IsCompleted)
                    _streams.Remove(id);
            }

            if (_streams.ContainsKey(requestId))
                throw RpcException.InvalidParams($"http/request streamResponse requestId `{requestId}` is already active");
        }
    }

    private async Task SendBodyAsync(string requestId, HttpExchange exchange)
    {
        await Task.Yield();
        using (exchange)
        {
            var seq = 1UL;
            try
            {
                var body = await exchange.OpenBodyAsync().ConfigureAwait(false);
                var piece = new byte[PieceLength];
                while (await body.ReadAsync(piece, exchange.Stopped).ConfigureAwait(false) is > 0 and var count)
                    await TellAsync(new HttpBodyDelta(requestId, seq++, piece[..count], Done: false, Error: null)).ConfigureAwait(false);
                await TellAsync(new HttpBodyDelta(requestId, seq, [], Done: true, Error: null)).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
            {
                if (!_ending.IsCancellationRequested)
                    await TellAsync(new HttpBodyDelta(requestId, seq, [], Done: true, BrokenBody)).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask TellAsync(HttpBodyDelta delta) =>
        await outbox.AddAsync(RpcWriter.Notification(Methods.HttpBodyDelta, delta, ExecServerJson.Wire.HttpBodyDelta), CancellationToken.None).ConfigureAwait(false);

    private static ReadOnlyMemory<byte> Response(RpcMessage.Request request, HttpRequestResponse response) =>
        RpcWriter.Response(request.Id, response, ExecServerJson.Wire.HttpRequestResponse);
}
