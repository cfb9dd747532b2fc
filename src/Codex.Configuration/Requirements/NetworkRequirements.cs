using Codex.Configuration.Reading;
using Codex.Configuration.Sections;

namespace Codex.Configuration.Requirements;

/// <summary><c>[experimental_network]</c>: what the administrator decides about the network proxy.</summary>
public sealed record NetworkRequirements
{
    /// <summary>The switch.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Port of the HTTP listener.</summary>
    public long? HttpPort { get; init; }

    /// <summary>Port of the SOCKS5 listener.</summary>
    public long? SocksPort { get; init; }

    /// <summary>Whether an outer proxy is used.</summary>
    public bool? AllowUpstreamProxy { get; init; }

    /// <summary>Whether listeners may be reachable from outside.</summary>
    public bool? DangerouslyAllowNonLoopbackProxy { get; init; }

    /// <summary>Whether every Unix socket is reachable.</summary>
    public bool? DangerouslyAllowAllUnixSockets { get; init; }

    /// <summary>allow or deny by host pattern.</summary>
    public IReadOnlyDictionary<string, string>? Domains { get; init; }

    /// <summary>Whether hosts that only the user allows are not allowed.</summary>
    public bool? ManagedAllowedDomainsOnly { get; init; }

    /// <summary>allow or deny by path.</summary>
    public IReadOnlyDictionary<string, string>? UnixSockets { get; init; }

    /// <summary>Whether local addresses are reachable.</summary>
    public bool? AllowLocalBinding { get; init; }

    internal static NetworkRequirements Read(TableReader table)
    {
        var domains = ScalarMaps.Words(table, "domains", "struct NetworkDomainPermissionsToml", "allow", "deny");
        var sockets = ScalarMaps.Words(table, "unix_sockets", "struct NetworkUnixSocketPermissionsToml", "allow", "deny");
        var allowed = table.Strings("allowed_domains");
        var denied = table.Strings("denied_domains");
        var allowedSockets = table.Strings("allow_unix_sockets");
        CheckForms(table, domains is not null && (allowed ?? denied) is not null, sockets is not null && allowedSockets is not null);
        return new NetworkRequirements
        {
            Enabled = table.Boolean("enabled"),
            HttpPort = table.Integer("http_port", IntegerKind.U16),
            SocksPort = table.Integer("socks_port", IntegerKind.U16),
            AllowUpstreamProxy = table.Boolean("allow_upstream_proxy"),
            DangerouslyAllowNonLoopbackProxy = table.Boolean("dangerously_allow_non_loopback_proxy"),
            DangerouslyAllowAllUnixSockets = table.Boolean("dangerously_allow_all_unix_sockets"),
            Domains = domains ?? FromLists(allowed, denied),
            ManagedAllowedDomainsOnly = table.Boolean("managed_allowed_domains_only"),
            UnixSockets = sockets ?? FromLists(allowedSockets, denied: null),
            AllowLocalBinding = table.Boolean("allow_local_binding"),
        };
    }

    private static void CheckForms(TableReader table, bool bothDomains, bool bothSockets)
    {
        if (table.Context.HasProblemHere())
            return;
        if (bothDomains)
            table.Context.Report("`experimental_network.domains` cannot be combined with legacy `allowed_domains` or `denied_domains`");
        else if (bothSockets)
            table.Context.Report("`experimental_network.unix_sockets` cannot be combined with legacy `allow_unix_sockets`");
    }

    private static SortedDictionary<string, string>? FromLists(IReadOnlyList<string>? allowed, IReadOnlyList<string>? denied)
    {
        var rules = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in allowed ?? [])
            rules[name] = "allow";
        foreach (var name in denied ?? [])
            rules[name] = "deny";
        return rules.Count == 0 ? null : rules;
    }
}
