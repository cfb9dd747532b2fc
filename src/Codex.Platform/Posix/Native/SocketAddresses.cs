using System.Runtime.InteropServices;

namespace Codex.Platform.Posix.Native;

/// <summary><c>sys/socket.h</c>, where .NET does not pass on the number of an error.</summary>
internal static partial class SocketAddresses
{
    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    internal static partial int Connect(SafeHandle socket, ReadOnlySpan<byte> address, uint length);
}
