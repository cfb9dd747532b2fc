using System.Runtime.InteropServices;

namespace Codex.Platform.Posix.Native;

/// <summary><c>pwd.h</c>.</summary>
internal static unsafe partial class Passwd
{
    /// <summary>Room for <c>struct passwd</c> on every 64-bit system.</summary>
    internal const int EntrySize = 128;

    /// <summary>Offset of <c>pw_shell</c>; macOS has three more fields before it.</summary>
    internal static int ShellOffset => OperatingSystem.IsMacOS() ? 56 : 40;

    [LibraryImport("libc", EntryPoint = "getpwuid_r")]
    internal static partial int ByUser(uint user, byte* entry, byte* buffer, nuint size, out nint found);
}
