using System.Runtime.InteropServices;

namespace Codex.Platform.Windows.Native;

/// <summary><c>STARTUPINFOEXW</c>; what is not named here stays zero.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct StartupInformation
{
    internal const uint UsesStandardHandles = 0x100;

    internal int Size;
    private nint reserved;
    private nint desktop;
    private nint title;
    private uint x;
    private uint y;
    private uint width;
    private uint height;
    private uint columns;
    private uint rows;
    private uint fill;
    internal uint Flags;
    private ushort showWindow;
    private ushort reservedSize;
    private nint reservedBytes;
    internal nint StandardInput;
    internal nint StandardOutput;
    internal nint StandardError;
    internal nint Attributes;
}
