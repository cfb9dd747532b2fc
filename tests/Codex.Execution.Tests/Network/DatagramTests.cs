using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Codex.Execution.Network;
using Codex.Execution.Network.Socks;
using Codex.TestSupport.Time;

namespace Codex.Execution.Tests.Network;

/// <summary>Datagrams over SOCKS.</summary>
public sealed class DatagramTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Datagrams_pass_both_ways_to_names_and_addresses()
    {
        using var server = new EchoingServer();
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test", "127.0.0.1"));
        using var client = await Client.AssociateAsync(proxy);

        var byName = await client.AskAsync(Name("allowed.test"), server.Port, "one");
        var byAddress = await client.AskAsync([1, 127, 0, 0, 1], server.Port, "two");

        byte[] head = [0, 0, 0, 1, 127, 0, 0, 1, (byte)(server.Port >> 8), (byte)server.Port];
        Assert.Equal([.. head, .. "one"u8], byName);
        Assert.Equal([.. head, .. "two"u8], byAddress);
    }

    [Fact]
    public async Task What_must_not_pass_is_lost()
    {
        using var server = new EchoingServer();
        await using var proxy = new ServedProxy(new NetworkProxyOptions { AllowedHosts = ["allowed.test", "127.0.0.1", "rebound.test"], DeniedHosts = ["denied.test"] });
        proxy.Names["rebound.test"] = [IPAddress.Loopback];
        using var client = await Client.AssociateAsync(proxy);
        foreach (var host in (byte[][])[Name("denied.test"), Name("DENIED.test."), Name("other.test"), Name("rebound.test"), Name("0x7f.2"), Name("a b"), [1, 127, 0, 0, 2], [4, .. IPAddress.IPv6Loopback.GetAddressBytes()], [9]])
            await client.SendAsync(host, server.Port, "lost");
        await client.SendAsync([0, 0, 1, 1, 127, 0, 0, 1, (byte)(server.Port >> 8), (byte)server.Port, 1]);
        await client.SendAsync([1, 0, 0, 1, 127, 0, 0, 1, (byte)(server.Port >> 8), (byte)server.Port, 1]);
        await client.SendAsync([0, 0, 0, 1, 127, 0, 0, 1, 0, 0, 1]);
        await client.SendAsync([0, 0, 0, 3, 200, 1]);
        await client.SendAsync([]);

        var answer = await client.AskAsync([1, 127, 0, 0, 1], server.Port, "ok");

        Assert.EndsWith("ok", Encoding.ASCII.GetString(answer), StringComparison.Ordinal);
        Assert.Equal(["ok"], server.Received);
        Assert.Equal(
            ["denied denied.test", "not_allowed other.test", "not_allowed_local rebound.test", "not_allowed_local 127.0.0.2", "not_allowed_local ::1"],
            proxy.Proxy.Blocked.Select(static blocked => $"{blocked.Reason} {blocked.Request.Host}"));
    }

    [Fact]
    public async Task A_destination_is_decided_about_once()
    {
        using var server = new EchoingServer();
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"));
        using var client = await Client.AssociateAsync(proxy);

        await client.AskAsync(Name("allowed.test"), server.Port, "one");
        await client.AskAsync(Name("allowed.test"), server.Port, "two");

        Assert.Equal(["allowed.test"], proxy.Resolved);
        Assert.Equal("allow", Assert.Single(proxy.Audited).Decision);
    }

    [Fact]
    public async Task In_limited_mode_nothing_passes()
    {
        using var server = new EchoingServer();
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test") with { Mode = NetworkMode.Limited });
        using var client = await Client.AssociateAsync(proxy);

        await client.SendAsync(Name("allowed.test"), server.Port, "lost");
        while (proxy.Proxy.Blocked.Count is 0)
            await Task.Yield();

        Assert.Equal("method_not_allowed", proxy.Proxy.Blocked[0].Reason);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task Nobody_else_gets_through_to_the_client()
    {
        using var server = new EchoingServer();
        using var stranger = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"));
        using var client = await Client.AssociateAsync(proxy);
        await client.AskAsync(Name("allowed.test"), server.Port, "one");

        await stranger.SendAsync("strange"u8.ToArray(), server.LastClient!, Token);
        var answer = await client.AskAsync(Name("allowed.test"), server.Port, "two");

        Assert.EndsWith("two", Encoding.ASCII.GetString(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_its_connection_the_association_ends()
    {
        using var server = new EchoingServer();
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"));
        using var first = await Client.AssociateAsync(proxy);
        await first.AskAsync(Name("allowed.test"), server.Port, "one");
        var before = server.LastClient!.Port;
        await first.EndAsync();
        await first.SendAsync(Name("allowed.test"), server.Port, "lost");
        using var second = await Client.AssociateAsync(proxy);

        await second.AskAsync(Name("allowed.test"), server.Port, "two");

        Assert.Equal(["one", "two"], server.Received);
        Assert.NotEqual(before, server.LastClient.Port);
    }

    [Fact]
    public async Task What_does_not_move_for_long_ends_and_begins_anew()
    {
        var clock = new ManualClock();
        using var server = new EchoingServer();
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"), clock);
        using var client = await Client.AssociateAsync(proxy);
        await client.AskAsync(Name("allowed.test"), server.Port, "one");
        var before = server.LastClient!.Port;

        clock.Advance(TimeSpan.FromMinutes(3));
        await client.AskRepeatedlyAsync(Name("allowed.test"), server.Port, "two");

        Assert.NotEqual(before, server.LastClient.Port);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(40)];
            random.NextBytes(bytes);
            bytes.AsSpan(0, Math.Min(3, bytes.Length)).Clear();
            if (bytes.Length > 3)
                bytes[3] = (byte)random.Next(6);
            if (Datagram.Parse(bytes) is { } datagram)
                Assert.True(datagram is { Host.Length: > 0, Port: > 0 } && datagram.Payload.Length < bytes.Length);
        }
    }

    private static byte[] Name(string name) => [3, (byte)name.Length, .. Encoding.ASCII.GetBytes(name)];

    private sealed class Client(TcpClient connection, IPEndPoint relay) : IDisposable
    {
        private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));

        internal static async Task<Client> AssociateAsync(ServedProxy proxy)
        {
            var connection = await proxy.ConnectAsync(socks: true);
            await connection.GetStream().WriteAsync(new byte[] { 5, 1, 0, 5, 3, 0, 1, 0, 0, 0, 0, 0, 0 }, Token);
            var answer = new byte[12];
            await connection.GetStream().ReadExactlyAsync(answer, Token);
            Assert.Equal([5, 0, 5, 0, 0, 1, 127, 0, 0, 1], answer[..10]);
            return new(connection, new IPEndPoint(IPAddress.Loopback, BinaryPrimitives.ReadUInt16BigEndian(answer.AsSpan(10))));
        }

        internal async Task<byte[]> AskAsync(byte[] host, int port, string text)
        {
            await SendAsync(host, port, text);
            return (await _socket.ReceiveAsync(Token)).Buffer;
        }

        // What was sent while the old flow was ending is lost.
        internal async Task AskRepeatedlyAsync(byte[] host, int port, string text)
        {
            var answer = _socket.ReceiveAsync(Token).AsTask();
            while (await Task.WhenAny(answer, Task.Delay(50, Token)) != answer)
                await SendAsync(host, port, text);
            await answer;
        }

        internal Task SendAsync(byte[] host, int port, string text) => SendAsync([0, 0, 0, .. host, (byte)(port >> 8), (byte)port, .. Encoding.ASCII.GetBytes(text)]);

        internal async Task SendAsync(byte[] bytes) => await _socket.SendAsync(bytes, relay, Token);

        /// <summary>Ends the association, and waits until the proxy has.</summary>
        internal async Task EndAsync()
        {
            var stream = connection.GetStream();
            connection.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(Stream.Null, Token);
        }

        public void Dispose()
        {
            connection.Dispose();
            _socket.Dispose();
        }
    }
}
