using Codex.Configuration.Requirements;
using Codex.Configuration.Sections;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Permissions;

/// <summary>How the network of commands is filtered, when it is (<c>core/src/config/network_proxy_spec.rs</c>).</summary>
/// <param name="IsLimited">Whether only reading requests pass.</param>
/// <param name="AllowedDomains">Patterns of hosts that pass.</param>
/// <param name="DeniedDomains">Patterns of hosts that never do.</param>
public sealed record EffectiveNetworkProxy(bool IsLimited, IReadOnlyList<string> AllowedDomains, IReadOnlyList<string> DeniedDomains)
{
    /// <summary>Which encrypted requests are looked into and changed.</summary>
    public InterceptionSection? Interception { get; init; }

    /// <summary>Whether SOCKS is offered.</summary>
    public bool OffersSocks { get; init; }

    /// <summary>Whether SOCKS passes UDP, too.</summary>
    public bool PassesDatagrams { get; init; }

    /// <summary>Whether proxies of the environment are used.</summary>
    public bool UsesUpstreamProxy { get; init; }

    /// <summary>Whether addresses of this machine and private networks are like any other.</summary>
    public bool AllowsLocalAddresses { get; init; }

    /// <summary>Whether an administrator has a say in it.</summary>
    public bool IsManaged { get; init; }

    /// <summary>Whether nobody is asked about hosts that no rule names.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The filter; null when the network is all or nothing, as the profile says.</summary>
    /// <param name="permissions">What commands may touch.</param>
    /// <param name="hasFeature">Whether the user switched filtering on.</param>
    /// <param name="feature">What the switch says besides.</param>
    /// <param name="required">What administrators decide.</param>
    internal static EffectiveNetworkProxy? Select(
        EffectivePermissions permissions, bool hasFeature, NetworkProxySettings? feature, NetworkRequirements? required)
    {
        var isWanted = hasFeature && permissions.Profile.Network().IsEnabled;
        if (permissions.Profile is not PermissionProfile.Managed || !(required?.Enabled ?? isWanted))
            return null;
        var profile = permissions.Network?.Proxy ?? new NetworkProxySettings();
        var settings = isWanted ? feature?.Over(profile) ?? profile : new NetworkProxySettings();
        var isClosed = required?.ManagedAllowedDomainsOnly ?? false;
        return new EffectiveNetworkProxy(
            settings.Mode is ProxyMode.Limited,
            [.. Of(required?.Domains, "allow").Union(isClosed ? [] : Of(settings.Domains, "allow"))],
            [.. Of(required?.Domains, "deny").Union(Of(settings.Domains, "deny"))])
        {
            Interception = permissions.Network?.Interception,
            OffersSocks = settings.EnableSocks5 ?? true,
            PassesDatagrams = settings.EnableSocks5Udp ?? true,
            UsesUpstreamProxy = required?.AllowUpstreamProxy ?? settings.AllowUpstreamProxy ?? true,
            AllowsLocalAddresses = required?.AllowLocalBinding ?? settings.AllowLocalBinding ?? false,
            IsManaged = required is not null,
            IsClosed = isClosed,
        };
    }

    private static IEnumerable<string> Of(IReadOnlyDictionary<string, string>? domains, string word) =>
        domains?.Where(entry => entry.Value == word).Select(static entry => entry.Key) ?? [];
}
