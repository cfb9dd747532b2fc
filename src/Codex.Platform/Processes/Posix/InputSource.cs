using Codex.Platform.Posix.Native;

namespace Codex.Platform.Processes.Posix;

/// <summary>The writing end of a program's input; watched only while a write waits for room.</summary>
internal sealed class InputSource(int descriptor, ProcessPump pump) : PumpSource(descriptor)
{
    private readonly Lock _gate = new();
    private volatile TaskCompletionSource? _room;
    private bool _closed;

    internal override short Interest() => _room is null ? (short)0 : Poll.Writable;

    internal override void OnReady() => Interlocked.Exchange(ref _room, null)?.TrySetResult();

    protected override void OnClosed() => Interlocked.Exchange(ref _room, null)?.TrySetResult();

    internal override void Close()
    {
        lock (_gate)
        {
            _closed = true;
            base.Close();
        }
    }

    /// <summary>Bytes written, or -1 when the program has to read first.</summary>
    /// <exception cref="IOException">Input is closed, or the program has gone.</exception>
    internal int Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
            return _closed || Retired ? throw new IOException("standard input is closed") : Descriptors.Write(Descriptor, bytes);
    }

    internal void Resize(TerminalSize size)
    {
        lock (_gate)
        {
            if (!_closed)
                PosixTerminal.Resize(Descriptor, size);
        }
    }

    internal async Task WaitForRoomAsync(CancellationToken cancellationToken)
    {
        var room = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _room = room;
        pump.Wake();
        await room.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
