using System.Runtime.InteropServices;

namespace Codex.Platform.Linux.Native;

/// <summary><c>sys/mount.h</c>; the newer calls have no wrapper in older C libraries and go through <c>syscall</c>.</summary>
internal static unsafe partial class Mounting
{
    internal const nint NumberOfOpenTree = 428;
    internal const nint NumberOfMoveMount = 429;
    internal const nint NumberOfMountSetAttributes = 442;
    internal const nint CurrentDirectory = -100;
    internal const nint Recursive = 0x8000;
    internal const nint CloneTree = 1;
    internal const nint FromEmptyPath = 4;
    internal const nuint Bind = 4096;
    internal const nuint BindRecursive = 4096 | 16384;

    [LibraryImport("libc", EntryPoint = "mount", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Mount(string source, string target, string? type, nuint flags, string? data);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint SetAttributes(nint number, nint directory, string path, nint flags, ulong* attributes, nuint size);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint OpenTree(nint number, nint directory, string path, nint flags);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint MoveMount(nint number, nint from, string fromPath, nint directory, string path, nint flags);
}
