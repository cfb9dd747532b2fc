using System.Buffers.Binary;
using Codex.Platform.Linux;

namespace Codex.Execution.Escalation;

/// <summary>Frames over a stream between a wrapper and us.</summary>
/// <param name="socket">The stream; owned.</param>
internal sealed class EscalationStream(LocalSocket socket) : IDisposable
{
    private readonly LocalSocketReader _reader = new(socket);

    /// <summary>Sends a frame. It has room in an empty connection; one that is full belongs to nobody who waits for an answer.</summary>
    /// <exception cref="IOException">Nobody reads.</exception>
    internal void Send(ReadOnlySpan<byte> content)
    {
        var frame = Frame(content);
        if (socket.Send(frame, [], waits: false) != frame.Length)
            throw new IOException("the connection is full");
    }

    /// <summary>The next frame; the caller disposes it.</summary>
    /// <exception cref="IOException">The connection failed or ended.</exception>
    /// <exception cref="InvalidDataException">What came is no frame.</exception>
    internal async ValueTask<FrameBuffer> ReceiveAsync(CancellationToken cancellationToken)
    {
        var frame = new FrameBuffer();
        try
        {
            while (!frame.Take(await _reader.ReceiveAsync(frame.Rest, cancellationToken).ConfigureAwait(false)))
            {
            }

            return frame;
        }
        catch
        {
            frame.Dispose();
            throw;
        }
    }

    /// <summary>Waits until the other end closes, or says something that nobody asked for.</summary>
    internal async Task WaitForEndAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var message = await _reader.ReceiveAsync(new byte[1], cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // It is gone.
        }
    }

    /// <summary>A frame: the length, and the content.</summary>
    internal static byte[] Frame(ReadOnlySpan<byte> content)
    {
        var frame = new byte[EscalationProtocol.PrefixSize + content.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, (uint)content.Length);
        content.CopyTo(frame.AsSpan(EscalationProtocol.PrefixSize));
        return frame;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();
}
