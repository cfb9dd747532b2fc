using Codex.Platform.Posix.Native;

namespace Codex.Platform.Processes.Posix;

/// <summary>
/// Linux: has the kernel kill a process group when this process ends in whatever way, a kill included. It is a pipe that
/// nothing is ever written to: its reading end asks for a signal to the group when the writing end closes, which is what our
/// end does. Nothing is inherited, nothing watches, and unlike the parent-death signal it reaches the whole group and is not
/// tied to a thread. Not reached: children that left the group, and a program whose start the kill interrupted.
/// </summary>
/// <remarks>
/// The kernel releases what an ended process had open from the highest descriptor to the lowest (since 4.3, 2015). The
/// writer is the higher one, so that there is still a reader to be told.
/// </remarks>
internal sealed class GroupTether : IDisposable
{
    private readonly int _reader;
    private readonly int _writer;

    internal GroupTether()
    {
        (_reader, var lower) = Descriptors.CreatePipe();
        _writer = lower > _reader ? lower : Fcntl.Duplicate(lower, _reader + 1);
        if (_writer != lower)
            Descriptors.Close(lower);
        if (_writer < 0 || Fcntl.SignalWhenReady(_reader, SignalNumbers.Kill) < 0)
        {
            var error = SpawnException.OfLastCall();
            Dispose();
            throw error;
        }
    }

    /// <summary>Ties a group to our life; as short after its start as can be.</summary>
    internal void Bind(int group) => _ = Fcntl.SetSignalledGroup(_reader, group);

    /// <summary>Lets the group go: the reader first, so that nobody is signalled.</summary>
    public void Dispose()
    {
        Descriptors.Close(_reader);
        Descriptors.Close(_writer);
    }
}
