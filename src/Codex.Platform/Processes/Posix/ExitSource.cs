using Codex.Platform.Posix.Native;

namespace Codex.Platform.Processes.Posix;

/// <summary>A pidfd: readable when the process has ended.</summary>
internal sealed class ExitSource(int descriptor, ProcessExit exit) : PumpSource(descriptor)
{
    internal override short Interest() => Poll.Readable;

    internal override void OnReady()
    {
        exit.ReadEnd(Wait.NoHang);
        Retire();
    }

    protected override void OnClosed() => exit.Abandon();
}
