using System.Net.Sockets;

namespace Codex.Platform.Linux;

/// <summary>Waits for what arrives at a local socket without holding a thread.</summary>
public sealed class LocalSocketReader : IDisposable
{
    private readonly LocalSocket _socket;
    private readonly Socket _readiness;
    private readonly byte[] _peeked = new byte[1];

    /// <summary>Reads from a socket; it is disposed along.</summary>
    /// <exception cref="IOException">It is none.</exception>
    public LocalSocketReader(LocalSocket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        _socket = socket;
        try
        {
            _readiness = new Socket(new SafeSocketHandle(socket.Handle.DangerousGetHandle(), ownsHandle: false));
        }
        catch (SocketException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    /// <summary>What arrives next; one caller at a time.</summary>
    /// <exception cref="IOException">The connection failed.</exception>
    /// <exception cref="OperationCanceledException">Nothing was taken.</exception>
    public async ValueTask<ReceivedMessage> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                if (_socket.Receive(buffer.Span, waits: false) is { } received)
                    return received;

                // A look takes nothing away, descriptors neither.
                await _readiness.ReceiveAsync(_peeked, SocketFlags.Peek, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (SocketException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _readiness.Dispose();
        _socket.Dispose();
    }
}
