using System.Buffers.Binary;
using System.Net;
using System.Text;
using Codex.Execution.Approvals;
using Codex.Execution.Network;
using Codex.Execution.Policy.Rules;

namespace Codex.Execution.Tests.Network;

public sealed class SocksProxyTests
{
    private static readonly byte[] s_greeting = [5, 2, 2, 0];

    [Fact]
    public async Task A_tunnel_passes_bytes_both_ways()
    {
        await using var origin = new RecordingOrigin("any bytes");
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"));

        var answer = await proxy.SendAsync([.. s_greeting, .. Connect(Name("allowed.test"), origin.Port), .. "hello\r\n\r\n"u8], socks: true);

        Assert.Equal([5, 0, 5, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. "any bytes"u8], answer);
        Assert.Equal(["hello\r\n\r\n"], origin.Received);
    }

    public static TheoryData<byte[], byte> Refused() => new()
    {
        { Name("denied.test"), 2 },
        { Name("DENIED.test."), 2 },
        { Name("other.test"), 2 },
        { Name("allowed.test\0.denied.test"), 8 },
        { Name("127.0.0.1"), 2 },
        { Name("0x7f.1"), 2 },
        { Name("localhost"), 2 },
        { Name(""), 8 },
        { [1, 127, 0, 0, 1], 2 },
        { [4, .. IPAddress.IPv6Loopback.GetAddressBytes()], 2 },
        { [4, .. IPAddress.Parse("::ffff:127.0.0.1").GetAddressBytes()], 2 },
        { [9, 0, 0], 8 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_must_not_pass_reaches_nobody(byte[] address, byte reply)
    {
        await using var origin = new RecordingOrigin();
        await using var proxy = new ServedProxy(new NetworkProxyOptions { AllowedHosts = ["allowed.test"], DeniedHosts = ["denied.test"] });

        var answer = await proxy.SendAsync([.. s_greeting, .. Connect(address, origin.Port)], socks: true);

        Assert.Equal([5, 0, 5, reply, 0, 1, 0, 0, 0, 0, 0, 0], answer);
        Assert.Empty(origin.Received);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_is_not_offered_is_refused(byte command)
    {
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test") with { PassesDatagrams = false });
        var request = Connect(Name("allowed.test"), 80);
        request[1] = command;

        Assert.Equal([5, 0, 5, 7, 0, 1, 0, 0, 0, 0, 0, 0], await proxy.SendAsync([.. s_greeting, .. request], socks: true));
    }

    [Fact]
    public async Task A_client_that_wants_to_authenticate_is_refused()
    {
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"));

        Assert.Equal([5, 0xFF], await proxy.SendAsync([5, 1, 2], socks: true));
    }

    [Fact]
    public async Task In_limited_mode_nothing_passes()
    {
        await using var origin = new RecordingOrigin();
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test") with { Mode = NetworkMode.Limited });

        var answer = await proxy.SendAsync([.. s_greeting, .. Connect(Name("allowed.test"), origin.Port)], socks: true);

        Assert.Equal(2, answer[3]);
        Assert.Equal("method_not_allowed", Assert.Single(proxy.Proxy.Blocked).Reason);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 2)]
    public async Task A_host_that_no_rule_names_is_asked_about(bool isAllowed, byte reply)
    {
        await using var origin = new RecordingOrigin();
        var approvals = new FixedApprovals(isAllowed);
        await using var proxy = new ServedProxy(ServedProxy.Open(), approvals: approvals);

        var answer = await proxy.SendAsync([.. s_greeting, .. Connect(Name("allowed.test"), origin.Port)], socks: true);
        var denied = await proxy.SendAsync([.. s_greeting, .. Connect(Name("denied.test"), origin.Port)], socks: true);

        Assert.Equal((reply, 2), (answer[3], denied[3]));
        Assert.Equal(isAllowed ? [] : ["no"], proxy.Refusals);
        Assert.Equal([new NetworkApprovalRequest("allowed.test", origin.Port, NetworkProtocol.Socks5Tcp)], approvals.Asked);
    }

    private static byte[] Connect(byte[] address, int port)
    {
        var number = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(number, (ushort)port);
        return [5, 1, 0, .. address, .. number];
    }

    private static byte[] Name(string name) => [3, (byte)name.Length, .. Encoding.Latin1.GetBytes(name)];

    private sealed class FixedApprovals(bool isAllowed) : INetworkApprovals
    {
        public bool IsOpen => true;

        internal List<NetworkApprovalRequest> Asked { get; } = [];

        public ValueTask<NetworkApproval> AskAsync(NetworkApprovalRequest request, CancellationToken cancellationToken)
        {
            Asked.Add(request);
            return ValueTask.FromResult(isAllowed ? NetworkApproval.Allowed : NetworkApproval.Denied("no"));
        }
    }
}
