using System.Runtime.InteropServices;

namespace Codex.Platform.Linux.Native;

/// <summary><c>sys/pidfd.h</c>; called by number because the wrapper is younger than the kernel's call (5.3).</summary>
internal static partial class ProcessDescriptors
{
    private const nint OpenCall = 434;

    /// <summary>A close-on-exec descriptor that becomes readable when the process ends; negative on failure.</summary>
    internal static int Open(int processId) => (int)Call(OpenCall, processId, 0);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint Call(nint number, nint processId, nint flags);
}
