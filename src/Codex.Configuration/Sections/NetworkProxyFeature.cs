using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[features.network_proxy]</c>.</summary>
public sealed record NetworkProxyFeature
{
    /// <summary>The switch.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Address of the HTTP listener.</summary>
    public string? ProxyUrl { get; init; }

    /// <summary>Whether there is a SOCKS5 listener.</summary>
    public bool? EnableSocks5 { get; init; }

    /// <summary>Its address.</summary>
    public string? SocksUrl { get; init; }

    /// <summary>Whether it passes UDP.</summary>
    public bool? EnableSocks5Udp { get; init; }

    /// <summary>Whether an outer proxy is used.</summary>
    public bool? AllowUpstreamProxy { get; init; }

    /// <summary>Whether listeners may be reachable from outside.</summary>
    public bool? DangerouslyAllowNonLoopbackProxy { get; init; }

    /// <summary>Whether every Unix socket is reachable.</summary>
    public bool? DangerouslyAllowAllUnixSockets { get; init; }

    /// <summary>Which requests pass.</summary>
    public ProxyMode? Mode { get; init; }

    /// <summary>allow or deny by host pattern.</summary>
    public IReadOnlyDictionary<string, string>? Domains { get; init; }

    /// <summary>allow or deny by path.</summary>
    public IReadOnlyDictionary<string, string>? UnixSockets { get; init; }

    /// <summary>Whether local addresses are reachable.</summary>
    public bool? AllowLocalBinding { get; init; }

    internal static NetworkProxyFeature Read(TableReader table)
    {
        table.DenyUnknown("enabled", "proxy_url", "enable_socks5", "socks_url", "enable_socks5_udp", "allow_upstream_proxy", "dangerously_allow_non_loopback_proxy", "dangerously_allow_all_unix_sockets", "mode", "domains", "unix_sockets", "allow_local_binding");
        return new NetworkProxyFeature
        {
            Enabled = table.Boolean("enabled"),
            ProxyUrl = table.String("proxy_url"),
            EnableSocks5 = table.Boolean("enable_socks5"),
            SocksUrl = table.String("socks_url"),
            EnableSocks5Udp = table.Boolean("enable_socks5_udp"),
            AllowUpstreamProxy = table.Boolean("allow_upstream_proxy"),
            DangerouslyAllowNonLoopbackProxy = table.Boolean("dangerously_allow_non_loopback_proxy"),
            DangerouslyAllowAllUnixSockets = table.Boolean("dangerously_allow_all_unix_sockets"),
            Mode = (ProxyMode?)table.Variant("mode", "limited", "full"),
            Domains = ScalarMaps.Words(table, "domains", "allow", "deny"),
            UnixSockets = ScalarMaps.Words(table, "unix_sockets", "allow", "deny"),
            AllowLocalBinding = table.Boolean("allow_local_binding"),
        };
    }
}
