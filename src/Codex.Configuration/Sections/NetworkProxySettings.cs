using Codex.Configuration.Layers;
using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary>How the network proxy listens and what it lets through: in <c>[features.network_proxy]</c> and <c>[permissions.x.network]</c>.</summary>
public sealed record NetworkProxySettings
{
    private static readonly string[] s_fields =
    [
        "enabled", "proxy_url", "enable_socks5", "socks_url", "enable_socks5_udp", "allow_upstream_proxy", "dangerously_allow_non_loopback_proxy",
        "dangerously_allow_all_unix_sockets", "mode", "domains", "unix_sockets", "allow_local_binding",
    ];

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

    internal static NetworkProxySettings Read(TableReader table) => new()
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
        Domains = ScalarMaps.Words(table, "domains", "struct NetworkDomainPermissionsToml", "allow", "deny"),
        UnixSockets = ScalarMaps.Words(table, "unix_sockets", "struct NetworkUnixSocketPermissionsToml", "allow", "deny"),
        AllowLocalBinding = table.Boolean("allow_local_binding"),
    };

    /// <summary>As a feature, where other fields are an error.</summary>
    internal static NetworkProxySettings ReadFeature(TableReader table)
    {
        table.DenyUnknown(s_fields);
        return Read(table);
    }

    /// <summary>These settings on top of a parent's.</summary>
    internal NetworkProxySettings Over(NetworkProxySettings parent) => new()
    {
        Enabled = Enabled ?? parent.Enabled,
        ProxyUrl = ProxyUrl ?? parent.ProxyUrl,
        EnableSocks5 = EnableSocks5 ?? parent.EnableSocks5,
        SocksUrl = SocksUrl ?? parent.SocksUrl,
        EnableSocks5Udp = EnableSocks5Udp ?? parent.EnableSocks5Udp,
        AllowUpstreamProxy = AllowUpstreamProxy ?? parent.AllowUpstreamProxy,
        DangerouslyAllowNonLoopbackProxy = DangerouslyAllowNonLoopbackProxy ?? parent.DangerouslyAllowNonLoopbackProxy,
        DangerouslyAllowAllUnixSockets = DangerouslyAllowAllUnixSockets ?? parent.DangerouslyAllowAllUnixSockets,
        Mode = Mode ?? parent.Mode,
        Domains = Overlay.Merge(parent.Domains, Domains, HostPattern.Normalize),
        UnixSockets = Overlay.Merge(parent.UnixSockets, UnixSockets),
        AllowLocalBinding = AllowLocalBinding ?? parent.AllowLocalBinding,
    };
}
