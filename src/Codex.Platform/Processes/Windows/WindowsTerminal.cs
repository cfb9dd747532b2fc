using Codex.Platform.Windows.Native;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Processes.Windows;

/// <summary>A pseudo console: what is attached to it takes it for a terminal.</summary>
internal sealed class WindowsTerminal : IDisposable
{
    private readonly Lock gate = new();
    private nint console;

    /// <param name="size">Its first size.</param>
    /// <param name="input">Where it reads what is typed.</param>
    /// <param name="output">Where it writes what is shown.</param>
    internal WindowsTerminal(TerminalSize size, SafeFileHandle input, SafeFileHandle output)
    {
        if (PseudoConsoles.Create(Pack(size), input, output, 0, out console) is var result && result < 0)
            throw new SpawnException(result & 0xFFFF);
    }

    internal nint Handle => console;

    internal void Resize(TerminalSize size)
    {
        lock (gate)
        {
            if (console != 0)
                _ = PseudoConsoles.Resize(console, Pack(size));
        }
    }

    internal static uint Pack(TerminalSize size) => (ushort)size.Columns | ((uint)(ushort)size.Rows << 16);

    public void Dispose()
    {
        lock (gate)
        {
            if (console != 0)
                PseudoConsoles.Close(console);
            console = 0;
        }
    }
}
