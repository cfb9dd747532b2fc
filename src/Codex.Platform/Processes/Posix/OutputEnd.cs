using System.Threading.Channels;

namespace Codex.Platform.Processes.Posix;

/// <summary>Completes a process's output when the last of its streams has ended.</summary>
internal sealed class OutputEnd(ChannelWriter<OutputChunk> writer, int streams)
{
    private int _open = streams;

    /// <summary>Completes at once when there is nothing to wait for.</summary>
    internal void Start()
    {
        if (_open is 0)
            writer.TryComplete();
    }

    internal void OneEnded()
    {
        if (Interlocked.Decrement(ref _open) is 0)
            writer.TryComplete();
    }
}
