using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Windows.Native;

/// <summary><c>securitybaseapi.h</c> and <c>processthreadsapi.h</c>: tokens.</summary>
internal static unsafe partial class Tokens
{
    /// <summary>Duplicate, query, assign as primary, adjust privileges, default and session.</summary>
    internal const uint ForRestriction = 0x0002 | 0x0008 | 0x0001 | 0x0020 | 0x0080 | 0x0100;

    /// <summary>No privileges, no administrator, writing only where a restricting identity may.</summary>
    internal const uint Restrictions = 0x01 | 0x04 | 0x08;

    internal const int Groups = 2;
    internal const int DefaultAccess = 6;

    /// <summary>Marks the group of the logon session (<c>SE_GROUP_LOGON_ID</c>).</summary>
    internal const uint LogonGroup = 0xC0000000;

    internal const string TraversePrivilege = "SeChangeNotifyPrivilege";

    [LibraryImport("kernel32", EntryPoint = "GetCurrentProcess")]
    internal static partial nint CurrentProcess();

    [LibraryImport("advapi32", EntryPoint = "OpenProcessToken", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Open(nint process, uint access, out SafeFileHandle token);

    [LibraryImport("advapi32", EntryPoint = "GetTokenInformation", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Read(SafeHandle token, int kind, void* buffer, uint size, out uint needed);

    [LibraryImport("advapi32", EntryPoint = "SetTokenInformation", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Write(SafeHandle token, int kind, in nint value, uint size);

    [LibraryImport("advapi32", EntryPoint = "CreateRestrictedToken", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Restrict(
        SafeHandle token, uint flags, uint disabledCount, nint disabled, uint deletedCount, nint deleted, uint restrictingCount, IdentityEntry* restricting, out SafeFileHandle restricted);

    [LibraryImport("advapi32", EntryPoint = "LookupPrivilegeValueW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool FindPrivilege(string? system, string name, out long privilege);

    [LibraryImport("advapi32", EntryPoint = "AdjustTokenPrivileges", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Adjust(SafeHandle token, [MarshalAs(UnmanagedType.Bool)] bool disablesAll, in PrivilegeEntry privilege, uint size, nint previous, nint needed);
}
