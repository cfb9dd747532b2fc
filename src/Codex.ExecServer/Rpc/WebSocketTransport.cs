using System.Buffers;
using System.Net.WebSockets;

namespace Codex.ExecServer.Rpc;

/// <summary>One message a WebSocket message, text or binary.</summary>
/// <param name="socket">The connection; owned.</param>
/// <param name="label">How error texts name the connection.</param>
internal sealed class WebSocketTransport(WebSocket socket, string label) : IRpcTransport
{
    /// <summary>The longest message that is taken: the limit of the original's WebSocket library.</summary>
    private const int MaximumLength = 64 * 1024 * 1024;

    /// <summary>The longest frame that is sent; receivers of the original refuse more than 16 MiB.</summary>
    private const int FrameLength = 1024 * 1024;

    private const int KeptCapacity = 1024 * 1024;

    private ArrayBufferWriter<byte> _message = new(16 * 1024);

    /// <inheritdoc/>
    public string UnreadablePrefix { get; } = $"failed to parse websocket JSON-RPC message from {label}: ";

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        Reset();
        try
        {
            ValueWebSocketReceiveResult result;
            do
            {
                result = await socket.ReceiveAsync(_message.GetMemory(16 * 1024), cancellationToken).ConfigureAwait(false);
                _message.Advance(result.Count);
            }
            while (!result.EndOfMessage && _message.WrittenCount <= MaximumLength);
            return result.MessageType == WebSocketMessageType.Close || !result.EndOfMessage ? (ReadOnlyMemory<byte>?)null : _message.WrittenMemory;
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        try
        {
            for (; message.Length > FrameLength; message = message[FrameLength..])
                await socket.SendAsync(message[..FrameLength], WebSocketMessageType.Text, endOfMessage: false, cancellationToken).ConfigureAwait(false);
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    // The memory of one great message is not kept for the small ones behind it.
    private void Reset()
    {
        if (_message.Capacity > KeptCapacity)
            _message = new ArrayBufferWriter<byte>(16 * 1024);
        else
            _message.ResetWrittenCount();
    }
}
