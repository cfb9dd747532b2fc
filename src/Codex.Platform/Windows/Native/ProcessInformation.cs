using System.Runtime.InteropServices;

namespace Codex.Platform.Windows.Native;

/// <summary><c>PROCESS_INFORMATION</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ProcessInformation
{
    internal nint Process;
    internal nint Thread;
    internal int ProcessId;
    internal int ThreadId;
}
