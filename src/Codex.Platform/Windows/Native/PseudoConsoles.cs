using System.Runtime.InteropServices;

namespace Codex.Platform.Windows.Native;

/// <summary><c>consoleapi.h</c>, Windows 10 1809 and later. A size is columns in the lower half, rows in the upper one.</summary>
internal static partial class PseudoConsoles
{
    /// <summary>An <c>HRESULT</c>: negative on failure.</summary>
    [LibraryImport("kernel32", EntryPoint = "CreatePseudoConsole")]
    internal static partial int Create(uint size, SafeHandle input, SafeHandle output, uint flags, out nint console);

    /// <inheritdoc cref="Create"/>
    [LibraryImport("kernel32", EntryPoint = "ResizePseudoConsole")]
    internal static partial int Resize(nint console, uint size);

    /// <summary>Ends every program that is attached to it.</summary>
    [LibraryImport("kernel32", EntryPoint = "ClosePseudoConsole")]
    internal static partial void Close(nint console);
}
