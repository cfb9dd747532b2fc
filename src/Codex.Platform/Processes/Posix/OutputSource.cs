using System.Buffers;
using System.Threading.Channels;
using Codex.Platform.Posix.Native;

namespace Codex.Platform.Processes.Posix;

/// <summary>Reads one output stream into the channel of its process. A full channel stops reading, and so the program.</summary>
internal sealed class OutputSource(int descriptor, OutputStream stream, ProcessPump pump, ChannelWriter<OutputChunk> writer, OutputEnd end)
    : PumpSource(descriptor)
{
    private const int ReadSize = 64 * 1024;

    /// <summary>Reads shorter than this are copied, so that a trickle does not hold large buffers.</summary>
    private const int SmallRead = 8 * 1024;

    private OutputChunk? _waiting;

    internal override short Interest()
    {
        if (_waiting is not null && writer.TryWrite(_waiting))
            _waiting = null;
        return _waiting is null ? Poll.Readable : (short)0;
    }

    internal override void OnReady()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReadSize);
        var count = Descriptors.Read(Descriptor, buffer.AsSpan(0, ReadSize));
        if (count <= 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (count is 0)
                Retire();
            return;
        }

        Deliver(MakeChunk(buffer, count));
    }

    protected override void OnClosed()
    {
        _waiting?.Dispose();
        _waiting = null;
        end.OneEnded();
    }

    private OutputChunk MakeChunk(byte[] buffer, int count)
    {
        if (count >= SmallRead)
            return new(stream, buffer, count, pooled: true);
        var copy = buffer.AsSpan(0, count).ToArray();
        ArrayPool<byte>.Shared.Return(buffer);
        return new(stream, copy, count, pooled: false);
    }

    private void Deliver(OutputChunk chunk)
    {
        if (writer.TryWrite(chunk))
            return;
        _waiting = chunk;
        writer.WaitToWriteAsync(CancellationToken.None).AsTask().ContinueWith(
            static (_, state) => ((ProcessPump)state!).Wake(), pump, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }
}
