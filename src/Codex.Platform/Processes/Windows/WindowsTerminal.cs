using Codex.Platform.Windows.Native;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Processes.Windows;

/// <summary>A pseudo console: what is attached to it takes it for a terminal.</summary>
internal sealed class WindowsTerminal : IDisposable
{
    private readonly Lock _gate = new();
    private nint _console;

    /// <param name="size">Its first size.</param>
    /// <param name="input">Where it reads what is typed.</param>
    /// <param name="output">Where it writes what is shown.</param>
    internal WindowsTerminal(TerminalSize size, SafeFileHandle input, SafeFileHandle output)
    {
        if (PseudoConsoles.Create(Pack(size), input, output, 0, out _console) is var result && result < 0)
            throw new SpawnException(result & 0xFFFF);
    }

    internal nint Handle => _console;

    internal void Resize(TerminalSize size)
    {
        lock (_gate)
        {
            if (_console != 0)
                _ = PseudoConsoles.Resize(_console, Pack(size));
        }
    }

    internal static uint Pack(TerminalSize size) => (ushort)size.Columns | ((uint)(ushort)size.Rows << 16);

    public void Dispose()
    {
        lock (_gate)
        {
            if (_console != 0)
                PseudoConsoles.Close(_console);
            _console = 0;
        }
    }
}
