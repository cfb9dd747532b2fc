namespace Codex.Execution.Policy.Rules;

/// <summary>How protocols are spelled.</summary>
public static class NetworkProtocolText
{
    /// <summary>The protocol that a rules file spells; null for other words.</summary>
    public static NetworkProtocol? Parse(string word) => word switch
    {
        "http" => NetworkProtocol.Http,
        "https" or "https_connect" or "http-connect" => NetworkProtocol.Https,
        "socks5_tcp" => NetworkProtocol.Socks5Tcp,
        "socks5_udp" => NetworkProtocol.Socks5Udp,
        _ => null,
    };

    /// <summary>The spelling in rules files.</summary>
    public static string Spell(this NetworkProtocol protocol) => protocol switch
    {
        NetworkProtocol.Http => "http",
        NetworkProtocol.Https => "https",
        NetworkProtocol.Socks5Tcp => "socks5_tcp",
        _ => "socks5_udp",
    };
}
