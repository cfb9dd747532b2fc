using Codex.Platform.Posix.Native;

namespace Codex.Platform.Processes.Posix;

/// <summary>
/// One thread that starts all processes and waits for all their descriptors: output, writable input, ends. It starts with
/// the first process, and no thread of the pool is ever blocked.
/// </summary>
internal sealed unsafe class ProcessPump : IDisposable
{
    private const int StackSize = 256 * 1024;

    private readonly Lock _gate = new();
    private readonly Queue<Action> _posted = [];
    private readonly List<PumpSource> _sources = [];
    private readonly List<PumpSource> _watched = [];
    private PollDescriptor[] _descriptors = new PollDescriptor[16];
    private (int Read, int Write) _wake = (-1, -1);
    private bool _stopping;

    /// <summary>Watches descriptors; called on the thread.</summary>
    internal void Add(params ReadOnlySpan<PumpSource> sources)
    {
        lock (_gate)
            _sources.AddRange(sources);
    }

    /// <summary>Runs something on the thread. It must not throw.</summary>
    internal void Post(Action work)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_stopping, this);
            _posted.Enqueue(work);
            if (_wake.Read < 0)
                StartThread();
        }

        Wake();
    }

    /// <summary>Makes the thread look at its sources again.</summary>
    internal void Wake()
    {
        lock (_gate)
        {
            if (_wake.Write >= 0)
                _ = Descriptors.Write(_wake.Write, [1]);
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _stopping = true;
        Wake();
    }

    private void StartThread()
    {
        _wake = Descriptors.CreatePipe();
        _ = Fcntl.SetNonBlocking(_wake.Read);
        _ = Fcntl.SetNonBlocking(_wake.Write);
        new Thread(Run, StackSize) { IsBackground = true, Name = "process output" }.Start();
    }

    private void Run()
    {
        while (Collect())
        {
            fixed (PollDescriptor* start = _descriptors)
                _ = Poll.Wait(start, (nuint)_watched.Count + 1, -1);
            Drain();
            RunPosted();
            for (var index = 0; index < _watched.Count; index++)
            {
                if (_descriptors[index + 1].Ready is not 0)
                    _watched[index].OnReady();
            }
        }

        CloseEverything();
    }

    private void RunPosted()
    {
        while (true)
        {
            Action? work;
            lock (_gate)
            {
                if (!_posted.TryDequeue(out work))
                    return;
            }

            work();
        }
    }

    /// <summary>Drops retired sources and lists the rest for the next wait; false when it is time to stop.</summary>
    private bool Collect()
    {
        _watched.Clear();
        lock (_gate)
        {
            if (_stopping)
                return false;
            CloseRetired();
            if (_descriptors.Length <= _sources.Count)
                _descriptors = new PollDescriptor[_sources.Count * 2];
            _descriptors[0] = new() { Descriptor = _wake.Read, Events = Poll.Readable };
            foreach (var source in _sources)
                Watch(source);
        }

        return true;
    }

    private void Watch(PumpSource source)
    {
        if (source.Interest() is not 0 and var interest)
        {
            _watched.Add(source);
            _descriptors[_watched.Count] = new() { Descriptor = source.Descriptor, Events = interest };
        }
    }

    private void CloseRetired()
    {
        for (var index = _sources.Count - 1; index >= 0; index--)
        {
            if (!_sources[index].Retired)
                continue;
            _sources[index].Close();
            _sources.RemoveAt(index);
        }
    }

    private void CloseEverything()
    {
        // A start that was accepted is carried out, so that nobody waits for ever; its process is told of the end below.
        RunPosted();
        lock (_gate)
        {
            foreach (var source in _sources)
                source.Retire();
            CloseRetired();
            Descriptors.Close(_wake.Read);
            Descriptors.Close(_wake.Write);
            _wake = (-1, -1);
        }
    }

    private void Drain()
    {
        if (_descriptors[0].Ready is 0)
            return;
        Span<byte> bytes = stackalloc byte[64];
        while (Descriptors.Read(_wake.Read, bytes) == bytes.Length)
        {
        }
    }
}
