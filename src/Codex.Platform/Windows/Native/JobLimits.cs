using System.Runtime.InteropServices;

namespace Codex.Platform.Windows.Native;

/// <summary><c>JOBOBJECT_EXTENDED_LIMIT_INFORMATION</c>; only the flags are set.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct JobLimits
{
    internal const int InformationClass = 9;
    internal const uint KillOnClose = 0x2000;

    private long _processTime;
    private long _jobTime;
    internal uint Flags;
    private nuint _smallestWorkingSet;
    private nuint _largestWorkingSet;
    private uint _activeProcesses;
    private nuint _affinity;
    private uint _priorityClass;
    private uint _schedulingClass;
    private ulong _readOperations;
    private ulong _writeOperations;
    private ulong _otherOperations;
    private ulong _readBytes;
    private ulong _writtenBytes;
    private ulong _otherBytes;
    private nuint _processMemory;
    private nuint _jobMemory;
    private nuint _peakProcessMemory;
    private nuint _peakJobMemory;
}
