using System.Runtime.InteropServices;
using Codex.Platform.Posix.Native;

namespace Codex.Platform.Posix;

/// <summary>
/// A standard stream of the process as the kernel offers it. Unlike the console streams of .NET it sends a terminal nothing by
/// itself, and unlike a file stream it shares the position with whoever else holds the descriptor. It does not own the descriptor.
/// </summary>
/// <param name="descriptor">0, 1 or 2.</param>
public sealed unsafe class DescriptorStream(int descriptor) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => descriptor == 0;

    /// <inheritdoc/>
    public override bool CanWrite => descriptor != 0;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            nint count;
            fixed (byte* start = buffer)
                count = Unistd.Read(descriptor, start, (nuint)buffer.Length);
            if (count >= 0)
                return (int)count;
            ThrowUnlessInterrupted();
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            nint count;
            fixed (byte* start = buffer)
                count = Unistd.Write(descriptor, start, (nuint)buffer.Length);
            if (count >= 0)
                buffer = buffer[(int)count..];
            else
                ThrowUnlessInterrupted();
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    // A full pipe whose other end made it non-blocking is waited for.
    private void ThrowUnlessInterrupted()
    {
        var error = Marshal.GetLastPInvokeError();
        if (error == Errno.WouldBlock)
            WaitUntilReady();
        else if (error != Errno.Interrupted)
            throw new IOException(Errno.Describe(error), error);
    }

    private void WaitUntilReady()
    {
        var poll = new PollDescriptor { Descriptor = descriptor, Events = descriptor == 0 ? Poll.Readable : Poll.Writable };
        _ = Poll.Wait(&poll, 1, -1);
    }
}
