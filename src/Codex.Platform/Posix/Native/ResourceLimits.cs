using System.Runtime.InteropServices;

namespace Codex.Platform.Posix.Native;

/// <summary><c>sys/resource.h</c>.</summary>
internal static partial class ResourceLimits
{
    /// <summary>The size of core files; the number is the same on Linux and macOS.</summary>
    internal const int CoreFiles = 4;

    /// <summary><c>struct rlimit</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Limit
    {
        internal ulong Soft;
        internal ulong Hard;
    }

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    internal static partial int Set(int resource, in Limit limit);
}
