using System.Buffers;
using System.Net.WebSockets;
using Codex.Backend.Responses;

namespace Codex.Backend.WebSockets;

/// <summary>
/// An open connection: messages out, messages in. It is read between requests, too, so that pings are answered and its end
/// is noticed. Not safe for concurrent use.
/// </summary>
internal sealed class WebSocketConnection(WebSocket socket, HttpResponseMessage response) : IDisposable
{
    private const int InitialBytes = 16 * 1024;
    private const int SmallestRead = 2 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
    private int _length;
    private Task<ReceivedMessage>? _early;

    /// <summary>Whether the connection has not ended, as far as is known.</summary>
    public bool IsOpen =>
        socket.State == WebSocketState.Open && _early is not { IsCompletedSuccessfully: true, Result.Kind: not WebSocketMessageType.Text };

    /// <summary>Sends one text message.</summary>
    /// <exception cref="ModelException">The connection broke.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        try
        {
            await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            throw ModelErrors.Stream(Explain(exception), cause: exception);
        }
    }

    /// <summary>The next text message; it is valid until the next call.</summary>
    /// <exception cref="ModelException">The connection ended, broke, or brought something else.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        var message = _early is { } early
            ? await early.WaitAsync(cancellationToken).ConfigureAwait(false)
            : await ReadAsync(cancellationToken).ConfigureAwait(false);
        _early = null;
        return message switch
        {
            { Failure: { } failure } => throw ModelErrors.Stream(Explain(failure), cause: failure),
            { Kind: WebSocketMessageType.Text } => _buffer.AsMemory(0, _length),
            { Kind: WebSocketMessageType.Binary } => throw ModelErrors.Stream("unexpected binary websocket event"),
            _ => throw ModelErrors.Stream("websocket closed by server before response.completed"),
        };
    }

    /// <summary>Goes on reading until there is a message for the next request.</summary>
    public void Listen() => _early = ReadAsync(CancellationToken.None).AsTask();

    /// <inheritdoc/>
    public void Dispose()
    {
        socket.Dispose();
        response.Dispose();
        // A read that is under way ends with the socket, but still holds the buffer.
        if (_early is null)
            ArrayPool<byte>.Shared.Return(_buffer);
    }

    private async ValueTask<ReceivedMessage> ReadAsync(CancellationToken cancellationToken)
    {
        _length = 0;
        try
        {
            while (true)
            {
                MakeRoom();
                var received = await socket.ReceiveAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false);
                _length += received.Count;
                if (received.EndOfMessage)
                    return new ReceivedMessage(received.MessageType, null);
            }
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            return new ReceivedMessage(WebSocketMessageType.Close, exception);
        }
    }

    private void MakeRoom()
    {
        if (_buffer.Length - _length >= SmallestRead)
            return;
        if (_length >= SseReader.DefaultMaximumEventBytes)
            throw new IOException("message is longer than the limit");
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private static bool IsBroken(Exception exception) => exception is WebSocketException or IOException or ObjectDisposedException;

    private static string Explain(Exception exception) => exception switch
    {
        WebSocketException { WebSocketErrorCode: WebSocketError.ConnectionClosedPrematurely } =>
            "WebSocket protocol error: Connection reset without closing handshake",
        WebSocketException { WebSocketErrorCode: WebSocketError.InvalidState } => "websocket closed",
        _ => $"websocket error: {exception.Message}",
    };
}
