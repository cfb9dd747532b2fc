using System.Runtime.InteropServices;

namespace Codex.Platform.Linux.Native;

/// <summary><c>sys/socket.h</c>, <c>net/if.h</c>: the flags of an interface.</summary>
internal static unsafe partial class NetworkInterfaces
{
    internal const int InternetFamily = 2;
    internal const int DatagramSocket = 2 | 0x80000;
    internal const nuint GetFlags = 0x8913;
    internal const nuint SetFlags = 0x8914;

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    internal static partial int OpenSocket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    internal static partial int Control(int descriptor, nuint request, byte* argument);
}
