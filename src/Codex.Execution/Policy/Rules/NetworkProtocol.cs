namespace Codex.Execution.Policy.Rules;

/// <summary>The protocols of network rules.</summary>
public enum NetworkProtocol
{
    /// <summary>Plain HTTP.</summary>
    Http,

    /// <summary>HTTPS through CONNECT.</summary>
    Https,

    /// <summary>TCP through SOCKS 5.</summary>
    Socks5Tcp,

    /// <summary>UDP through SOCKS 5.</summary>
    Socks5Udp,
}
