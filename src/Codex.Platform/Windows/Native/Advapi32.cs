using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Codex.Platform.Windows.Native;

/// <summary><c>wincred.h</c>.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class Advapi32
{
    internal const uint Generic = 1;
    internal const uint PersistEnterprise = 3;
    internal const int NotFound = 1168;

    [LibraryImport("advapi32", EntryPoint = "CredReadW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Read(string target, uint type, uint flags, out WindowsCredential* credential);

    [LibraryImport("advapi32", EntryPoint = "CredWriteW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Write(WindowsCredential* credential, uint flags);

    [LibraryImport("advapi32", EntryPoint = "CredDeleteW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Delete(string target, uint type, uint flags);

    [LibraryImport("advapi32", EntryPoint = "CredFree")]
    internal static partial void Free(WindowsCredential* credential);
}
