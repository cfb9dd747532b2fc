using System.Runtime.InteropServices;
using Codex.Platform.Posix.Native;

namespace Codex.Platform.Processes.Posix;

/// <summary>
/// The attributes every program starts with: a session of its own, no blocked signals, and the default action for every
/// signal (the runtime ignores SIGPIPE, which a program must not inherit).
/// </summary>
internal sealed unsafe class SpawnAttributes : IDisposable
{
    private readonly byte* _block = (byte*)NativeMemory.AllocZeroed(Spawn.OpaqueSize);

    internal SpawnAttributes()
    {
        _ = Spawn.InitializeAttributes(_block);
        var signals = stackalloc byte[Signals.SetSize];
        _ = Signals.Clear(signals);
        _ = Spawn.SetMask(_block, signals);
        _ = Signals.Fill(signals);
        _ = Spawn.SetDefaults(_block, signals);
        _ = Spawn.SetFlags(_block, Flags);
    }

    internal byte* Pointer => _block;

    private static short Flags =>
        (short)(Spawn.SetSession | Spawn.SetSignalMask | Spawn.SetSignalDefaults | (OperatingSystem.IsMacOS() ? Spawn.CloseByDefaultOnMacOS : 0));

    public void Dispose()
    {
        _ = Spawn.DestroyAttributes(_block);
        NativeMemory.Free(_block);
    }
}
