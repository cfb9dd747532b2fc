using System.Runtime.InteropServices;
using Codex.Platform.Linux.Native;
using Codex.Platform.Posix.Native;

namespace Codex.Platform.Processes.Posix;

/// <summary>
/// The end of one process: told by a pidfd on the pump's thread, or by a thread of its own where the system has none.
/// The ended process stays a zombie until <see cref="Release"/>, so that its number, which is also the group's, cannot be
/// given to a stranger while we may still signal it.
/// </summary>
/// <param name="processId">The process, which leads a group of the same number.</param>
/// <param name="tether">What kills the group when we end; let go together with the number. Null where there is none.</param>
internal sealed class ProcessExit(int processId, IDisposable? tether)
{
    private const int StackSize = 128 * 1024;

    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<ExitStatus> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _released;

    internal Task<ExitStatus> Completion => _completion.Task;

    internal int ProcessId { get; } = processId;

    internal void Watch(ProcessPump pump)
    {
        var descriptor = OperatingSystem.IsLinux() ? ProcessDescriptors.Open(ProcessId) : -1;
        if (descriptor >= 0)
            pump.Add(new ExitSource(descriptor, this));
        else
            new Thread(() => ReadEnd(options: 0), StackSize) { IsBackground = true, Name = "process wait" }.Start();
    }

    internal void ReadEnd(int options)
    {
        ChildEnd end;
        int result;
        do
        {
            result = Wait.ForEnd(ProcessId, out end, Wait.Exited | Wait.KeepZombie | options);
        }
        while (result < 0 && Marshal.GetLastPInvokeError() == Errno.Interrupted);

        _completion.TrySetResult(result < 0 || !end.IsEnd ? ExitStatus.Unknown
            : end.IsExit ? new(end.Status, null)
            : new(null, end.Status));
    }

    /// <summary>Nobody watches any more; whoever still waits is told that the status is unknown.</summary>
    internal void Abandon() => _completion.TrySetResult(ExitStatus.Unknown);

    /// <summary>Signals the whole group; false when it is gone or no longer ours.</summary>
    internal bool TrySignalGroup(int signal)
    {
        lock (_gate)
            return !_released && Signals.Send(-ProcessId, signal) is 0;
    }

    /// <summary>Kills the group and, on Linux, every descendant that left it.</summary>
    internal void KillTree()
    {
        lock (_gate)
        {
            if (_released)
                return;
            if (OperatingSystem.IsLinux())
                DescendantKiller.Kill(ProcessId);
            _ = Signals.Send(-ProcessId, SignalNumbers.Kill);
        }
    }

    /// <summary>Gives the number back; call after the end.</summary>
    internal void Release()
    {
        lock (_gate)
        {
            if (_released)
                return;
            tether?.Dispose();
            _ = Wait.Reap(ProcessId, out _, Wait.NoHang);
            _released = true;
        }
    }
}
