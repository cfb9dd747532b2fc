namespace Codex.AppServer.Protocol.Approvals;

/// <summary>The network access that a question is about.</summary>
/// <param name="Host">The host.</param>
/// <param name="Protocol"><c>http</c>, <c>https</c>, <c>socks5Tcp</c> or <c>socks5Udp</c>.</param>
public sealed record NetworkApprovalContext(string Host, string Protocol);
