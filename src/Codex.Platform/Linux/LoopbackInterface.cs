using System.Runtime.InteropServices;
using Codex.Platform.Linux.Native;

namespace Codex.Platform.Linux;

/// <summary>The interface <c>lo</c>, which is down in a new network namespace.</summary>
public static unsafe class LoopbackInterface
{
    private const int RequestSize = 40;
    private const int FlagsOffset = 16;
    private const short IsUp = 1;

    /// <summary>Brings it up; needs CAP_NET_ADMIN in the namespace.</summary>
    /// <exception cref="IOException">The kernel refused.</exception>
    public static void Enable()
    {
        using var socket = new Microsoft.Win32.SafeHandles.SafeFileHandle(
            Check(NetworkInterfaces.OpenSocket(NetworkInterfaces.InternetFamily, NetworkInterfaces.DatagramSocket, 0)), ownsHandle: true);
        var request = stackalloc byte[RequestSize];
        new Span<byte>(request, RequestSize).Clear();
        "lo"u8.CopyTo(new Span<byte>(request, FlagsOffset));
        Check(NetworkInterfaces.Control((int)socket.DangerousGetHandle(), NetworkInterfaces.GetFlags, request));
        *(short*)(request + FlagsOffset) |= IsUp;
        Check(NetworkInterfaces.Control((int)socket.DangerousGetHandle(), NetworkInterfaces.SetFlags, request));
    }

    private static int Check(int result) => result >= 0 ? result : throw new IOException($"loopback: {Marshal.GetLastPInvokeErrorMessage()}");
}
