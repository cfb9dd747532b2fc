using Codex.Protocol.Permissions;

namespace Codex.Protocol.Approvals;

/// <summary>How a host is to be reached (<c>protocol/src/approvals.rs</c>).</summary>
public sealed class NetworkApprovalProtocol : WireName
{
    private NetworkApprovalProtocol(string value)
        : base(value)
    {
    }

    /// <summary>Plain HTTP.</summary>
    public static NetworkApprovalProtocol Http { get; } = new("http");

    /// <summary>HTTPS through CONNECT.</summary>
    public static NetworkApprovalProtocol Https { get; } = new("https");

    /// <summary>TCP through SOCKS 5.</summary>
    public static NetworkApprovalProtocol Socks5Tcp { get; } = new("socks5_tcp");

    /// <summary>UDP through SOCKS 5.</summary>
    public static NetworkApprovalProtocol Socks5Udp { get; } = new("socks5_udp");
}
