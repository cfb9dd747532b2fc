using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Windows.Native;

/// <summary><c>jobapi2.h</c>.</summary>
internal static partial class Jobs
{
    [LibraryImport("kernel32", EntryPoint = "CreateJobObjectW", SetLastError = true)]
    internal static partial SafeFileHandle Create(nint attributes, nint name);

    [LibraryImport("kernel32", EntryPoint = "SetInformationJobObject", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool SetLimits(SafeHandle job, int informationClass, in JobLimits limits, int size);

    [LibraryImport("kernel32", EntryPoint = "TerminateJobObject", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Terminate(SafeHandle job, uint exitCode);
}
