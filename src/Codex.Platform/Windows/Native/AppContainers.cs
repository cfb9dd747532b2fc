using System.Runtime.InteropServices;

namespace Codex.Platform.Windows.Native;

/// <summary><c>userenv.h</c>: containers of applications.</summary>
internal static unsafe partial class AppContainers
{
    /// <summary><c>HRESULT_FROM_WIN32(ERROR_ALREADY_EXISTS)</c>.</summary>
    internal const int Exists = unchecked((int)0x800700B7);

    [LibraryImport("userenv", EntryPoint = "CreateAppContainerProfile", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial int Create(string name, string displayName, string description, IdentityEntry* capabilities, uint count, out nint identity);

    [LibraryImport("userenv", EntryPoint = "DeriveAppContainerSidFromAppContainerName", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial int Find(string name, out nint identity);

    [LibraryImport("advapi32", EntryPoint = "ConvertSidToStringSidW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Write(nint identity, out nint text);

    [LibraryImport("advapi32", EntryPoint = "FreeSid")]
    internal static partial nint Free(nint identity);
}
