using System.Threading.Channels;

namespace Codex.Platform.Processes.Posix;

/// <summary>Completes a process's output when the last of its streams has ended.</summary>
internal sealed class OutputEnd(ChannelWriter<OutputChunk> writer, int streams)
{
    private int _open = streams;

    internal void OneEnded()
    {
        if (Interlocked.Decrement(ref _open) is 0)
            writer.TryComplete();
    }
}
