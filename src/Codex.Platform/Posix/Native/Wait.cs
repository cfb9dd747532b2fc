using System.Runtime.InteropServices;

namespace Codex.Platform.Posix.Native;

/// <summary><c>sys/wait.h</c>.</summary>
internal static unsafe partial class Wait
{
    internal const int NoHang = 1;
    internal const int Exited = 4;

    private const int OneProcess = 1;

    internal static int KeepZombie => OperatingSystem.IsMacOS() ? 0x20 : 0x01000000;

    /// <summary>Reads the end of one process. Never used for "any child": other children belong to the runtime.</summary>
    internal static int ForEnd(int processId, out ChildEnd end, int options)
    {
        fixed (ChildEnd* start = &end)
            return ForId(OneProcess, (uint)processId, start, options);
    }

    /// <summary>Reaps one process.</summary>
    [LibraryImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    internal static partial int Reap(int processId, out int status, int options);

    [LibraryImport("libc", EntryPoint = "waitid", SetLastError = true)]
    private static partial int ForId(int kind, uint id, ChildEnd* end, int options);
}
