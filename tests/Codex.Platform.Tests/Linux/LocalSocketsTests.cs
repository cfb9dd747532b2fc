using System.Net.Sockets;
using Codex.Platform.Linux;

namespace Codex.Platform.Tests.Linux;

public sealed class LocalSocketsTests
{
    [Fact]
    public void Absolute_paths_are_read_with_their_spaces_and_each_once() => Assert.Equal(
        ["/run/a", "/tmp/with  two", "/tmp/ends "],
        LocalSockets.Parse("""
            Num       RefCount Protocol Flags    Type St Inode Path
            000000002ccf4ec7: 00000003 00000000 00000000 0001 03  1157
            00000000e26361fc: 00000002 00000000 00010000 0001 01 11234 /run/a
            00000000e26361fd: 00000003 00000000 00000000 0001 03 11235 /run/a
            00000000e26361fe: 00000002 00000000 00010000 0001 01 11236 @abstract
            00000000e26361ff: 00000002 00000000 00010000 0001 01 11237 relative
            00000000e2636200: 00000002 00000000 00010000 0005 01     7 /tmp/with  two
            00000000e2636201: 00000002 00000000 00010000 0002 01     8 /tmp/ends 

            """u8));

    [Fact]
    public void A_socket_of_this_process_is_listed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the list is Linux's");
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.sock");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));

        Assert.Contains(path, LocalSockets.BoundPaths());
        File.Delete(path);
    }
}
