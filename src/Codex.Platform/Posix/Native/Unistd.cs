using System.Runtime.InteropServices;

namespace Codex.Platform.Posix.Native;

/// <summary><c>unistd.h</c>.</summary>
internal static unsafe partial class Unistd
{
    internal const int MayExecute = 1;
    internal const int MayWrite = 2;

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    internal static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    internal static partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    internal static partial nint Write(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "pipe", SetLastError = true)]
    internal static partial int Pipe(int* descriptors);

    [LibraryImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    internal static partial int PipeOnLinux(int* descriptors, int flags);

    [LibraryImport("libc", EntryPoint = "access", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Access(string path, int mode);

    [LibraryImport("libc", EntryPoint = "getuid")]
    internal static partial uint GetUserId();

    [LibraryImport("libc", EntryPoint = "getpid")]
    internal static partial int GetProcessId();
}
