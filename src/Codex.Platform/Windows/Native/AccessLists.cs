using System.Runtime.InteropServices;

namespace Codex.Platform.Windows.Native;

/// <summary><c>aclapi.h</c> and <c>sddl.h</c>.</summary>
internal static unsafe partial class AccessLists
{
    internal const int File = 1;
    internal const uint DiscretionaryList = 4;

    [LibraryImport("advapi32", EntryPoint = "SetEntriesInAclW")]
    internal static partial int Merge(uint count, AccessEntry* entries, nint old, out nint merged);

    [LibraryImport("advapi32", EntryPoint = "GetNamedSecurityInfoW", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial int Get(string name, int kind, uint what, nint owner, nint group, out nint list, nint systemList, out nint descriptor);

    [LibraryImport("advapi32", EntryPoint = "SetNamedSecurityInfoW", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial int Set(string name, int kind, uint what, nint owner, nint group, nint list, nint systemList);

    [LibraryImport("advapi32", EntryPoint = "ConvertStringSidToSidW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Parse(string text, out nint identity);

    [LibraryImport("kernel32", EntryPoint = "LocalFree")]
    internal static partial nint Free(nint memory);
}
