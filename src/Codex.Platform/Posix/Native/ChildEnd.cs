using System.Runtime.InteropServices;

namespace Codex.Platform.Posix.Native;

/// <summary>The part of <c>siginfo_t</c> that <c>waitid</c> fills; Linux aligns the union to eight bytes, macOS does not.</summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
internal struct ChildEnd
{
    private const int ByExit = 1;

    [FieldOffset(0)]
    internal int Signal;

    [FieldOffset(8)]
    internal int Code;

    [FieldOffset(20)]
    private int _statusOnMacOS;

    [FieldOffset(24)]
    private int _statusOnLinux;

    internal readonly bool IsEnd => Signal is not 0;

    internal readonly bool IsExit => Code is ByExit;

    /// <summary>The exit code or the signal.</summary>
    internal readonly int Status => OperatingSystem.IsMacOS() ? _statusOnMacOS : _statusOnLinux;
}
