using System.Runtime.InteropServices;

namespace Codex.Platform.Posix.Native;

/// <summary>The pseudo-terminal part of <c>stdlib.h</c>.</summary>
internal static unsafe partial class PseudoTerminal
{
    internal const int NameSize = 128;

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    internal static partial int Open(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    internal static partial int Grant(int master);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    internal static partial int Unlock(int master);

    /// <summary>Writes the path of the slave; returns an error number, or -1 with the number in errno.</summary>
    [LibraryImport("libc", EntryPoint = "ptsname_r", SetLastError = true)]
    internal static partial int GetName(int master, byte* buffer, nuint size);
}
