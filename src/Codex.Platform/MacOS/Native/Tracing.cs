using System.Runtime.InteropServices;

namespace Codex.Platform.MacOS.Native;

/// <summary><c>sys/ptrace.h</c>.</summary>
internal static partial class Tracing
{
    /// <summary><c>PT_DENY_ATTACH</c>.</summary>
    internal const int DenyAttach = 31;

    [LibraryImport("libc", EntryPoint = "ptrace", SetLastError = true)]
    internal static partial int Request(int request, int processId, nint address, int data);
}
