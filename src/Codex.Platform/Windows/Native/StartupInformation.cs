using System.Runtime.InteropServices;

namespace Codex.Platform.Windows.Native;

/// <summary><c>STARTUPINFOEXW</c>; what is not named here stays zero.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct StartupInformation
{
    internal const uint UsesStandardHandles = 0x100;

    internal int Size;
    private nint _reserved;
    private nint _desktop;
    private nint _title;
    private uint _x;
    private uint _y;
    private uint _width;
    private uint _height;
    private uint _columns;
    private uint _rows;
    private uint _fill;
    internal uint Flags;
    private ushort _showWindow;
    private ushort _reservedSize;
    private nint _reservedBytes;
    internal nint StandardInput;
    internal nint StandardOutput;
    internal nint StandardError;
    internal nint Attributes;
}
