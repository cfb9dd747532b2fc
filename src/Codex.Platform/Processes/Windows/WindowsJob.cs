using System.Runtime.CompilerServices;
using Codex.Platform.Windows.Native;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Processes.Windows;

/// <summary>Holds a program with all its descendants. They end together, at the latest with the handle, and so with us.</summary>
internal sealed class WindowsJob : IDisposable
{
    private const uint KilledExitCode = 1;

    internal WindowsJob()
    {
        Handle = Jobs.Create(0, 0);
        if (Handle.IsInvalid)
            throw SpawnException.OfLastCall();
        var limits = new JobLimits { Flags = JobLimits.KillOnClose };
        if (!Jobs.SetLimits(Handle, JobLimits.InformationClass, limits, Unsafe.SizeOf<JobLimits>()))
            throw SpawnException.OfLastCall();
    }

    internal SafeFileHandle Handle { get; }

    internal void Terminate()
    {
        if (!Handle.IsClosed)
            _ = Jobs.Terminate(Handle, KilledExitCode);
    }

    public void Dispose() => Handle.Dispose();
}
