using System.Runtime.InteropServices;

namespace Codex.Platform.Linux.Native;

/// <summary><c>sys/socket.h</c>: messages that carry descriptors. The layouts are those of 64-bit systems.</summary>
internal static unsafe partial class DescriptorMessages
{
    internal const int LocalFamily = 1;
    internal const int Streams = 1;
    internal const int Packets = 5;
    internal const int CloseOnExec = 0x80000;
    internal const int SocketLevel = 1;
    internal const int Rights = 1;
    internal const int NoSignal = 0x4000;
    internal const int DoNotWait = 0x40;
    internal const int TypeOption = 3;
    internal const int FamilyOption = 39;
    internal const int ReceivedCloseOnExec = 0x40000000;
    internal const int Both = 2;

    /// <summary>The length of <c>struct cmsghdr</c>.</summary>
    internal const int ControlHeaderSize = 16;

    /// <summary><c>struct iovec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Part
    {
        internal byte* Start;
        internal nuint Length;
    }

    /// <summary><c>struct msghdr</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Message
    {
        internal void* Name;
        internal uint NameLength;
        internal Part* Parts;
        internal nuint PartCount;
        internal byte* Control;
        internal nuint ControlLength;
        internal int Flags;
    }

    [LibraryImport("libc", EntryPoint = "socketpair", SetLastError = true)]
    internal static partial int CreatePair(int family, int type, int protocol, int* pair);

    [LibraryImport("libc", EntryPoint = "sendmsg", SetLastError = true)]
    internal static partial nint Send(int socket, Message* message, int flags);

    [LibraryImport("libc", EntryPoint = "recvmsg", SetLastError = true)]
    internal static partial nint Receive(int socket, Message* message, int flags);

    [LibraryImport("libc", EntryPoint = "getsockopt", SetLastError = true)]
    internal static partial int GetOption(int socket, int level, int option, int* value, int* length);

    [LibraryImport("libc", EntryPoint = "shutdown", SetLastError = true)]
    internal static partial int ShutDown(int socket, int how);
}
