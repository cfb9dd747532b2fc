using System.Runtime.InteropServices;

namespace Codex.Platform.Linux.Native;

/// <summary>Calls of <c>fcntl.h</c>, <c>sys/file.h</c> and <c>sys/mman.h</c> that .NET does not offer.</summary>
internal static partial class LinuxFiles
{
    internal const int CloseOnExec = 0x80000;
    internal const int LockShared = 1;
    internal const int LockExclusive = 2;
    internal const int LockNonBlocking = 4;
    internal const uint MemoryCloseOnExec = 1;

    /// <summary><c>O_NOFOLLOW</c> differs between architectures.</summary>
    internal static int NoFollow => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x8000 : 0x20000;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    internal static partial int Lock(int descriptor, int operation);

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int CreateMemory(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "chdir", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ChangeDirectory(string path);
}
