using System.Runtime.InteropServices;

namespace Codex.Platform.Windows.Native;

/// <summary><c>processthreadsapi.h</c>.</summary>
internal static unsafe partial class ProcessCreation
{
    internal const uint UnicodeEnvironment = 0x400;
    internal const uint ExtendedStartup = 0x80000;
    internal const uint NoWindow = 0x8000000;

    internal const nuint HandleListAttribute = 0x20002;
    internal const nuint SecurityAttribute = 0x20009;
    internal const nuint JobListAttribute = 0x2000D;
    internal const nuint PseudoConsoleAttribute = 0x20016;

    [LibraryImport("kernel32", EntryPoint = "CreateProcessW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Create(
        char* application,
        char* commandLine,
        nint processAttributes,
        nint threadAttributes,
        [MarshalAs(UnmanagedType.Bool)] bool inheritsHandles,
        uint flags,
        char* environment,
        char* directory,
        in StartupInformation startup,
        out ProcessInformation information);

    /// <summary>The same under another token; the process belongs to the caller's session.</summary>
    [LibraryImport("advapi32", EntryPoint = "CreateProcessAsUserW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool CreateAs(
        SafeHandle token,
        char* application,
        char* commandLine,
        nint processAttributes,
        nint threadAttributes,
        [MarshalAs(UnmanagedType.Bool)] bool inheritsHandles,
        uint flags,
        char* environment,
        char* directory,
        in StartupInformation startup,
        out ProcessInformation information);

    [LibraryImport("kernel32", EntryPoint = "InitializeProcThreadAttributeList", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool InitializeAttributes(nint list, int count, uint flags, ref nuint size);

    [LibraryImport("kernel32", EntryPoint = "UpdateProcThreadAttribute", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool SetAttribute(nint list, uint flags, nuint attribute, void* value, nuint size, nint previous, nint returnSize);

    [LibraryImport("kernel32", EntryPoint = "DeleteProcThreadAttributeList")]
    internal static partial void DeleteAttributes(nint list);

    [LibraryImport("kernel32", EntryPoint = "GetExitCodeProcess", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool GetExitCode(SafeHandle process, out uint code);
}
