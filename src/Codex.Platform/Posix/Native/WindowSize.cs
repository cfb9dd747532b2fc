using System.Runtime.InteropServices;

namespace Codex.Platform.Posix.Native;

/// <summary><c>struct winsize</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct WindowSize
{
    internal ushort Rows;
    internal ushort Columns;
    internal ushort PixelWidth;
    internal ushort PixelHeight;
}
