using System.Runtime.InteropServices;

namespace Codex.Platform.Windows.Native;

/// <summary><c>JOBOBJECT_EXTENDED_LIMIT_INFORMATION</c>; only the flags are set.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct JobLimits
{
    internal const int InformationClass = 9;
    internal const uint KillOnClose = 0x2000;

    private long processTime;
    private long jobTime;
    internal uint Flags;
    private nuint smallestWorkingSet;
    private nuint largestWorkingSet;
    private uint activeProcesses;
    private nuint affinity;
    private uint priorityClass;
    private uint schedulingClass;
    private ulong readOperations;
    private ulong writeOperations;
    private ulong otherOperations;
    private ulong readBytes;
    private ulong writtenBytes;
    private ulong otherBytes;
    private nuint processMemory;
    private nuint jobMemory;
    private nuint peakProcessMemory;
    private nuint peakJobMemory;
}
