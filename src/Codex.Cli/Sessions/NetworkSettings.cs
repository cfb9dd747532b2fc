using Codex.Configuration;
using Codex.Execution.Network;

namespace Codex.Cli.Sessions;

/// <summary>What a configuration says about the filtered network of commands.</summary>
internal static class NetworkSettings
{
    /// <summary>The filter; null when there is none.</summary>
    public static NetworkProxyOptions? Read(EffectiveConfig config) => config.NetworkProxy is { } proxy
        ? new NetworkProxyOptions
        {
            Mode = proxy.IsLimited ? NetworkMode.Limited : NetworkMode.Full,
            AllowedHosts = [.. proxy.AllowedDomains],
            DeniedHosts = [.. proxy.DeniedDomains],
            InspectedHosts = [.. proxy.InspectedHosts],
            AllowsLocalAddresses = proxy.AllowsLocalAddresses,
            UsesUpstreamProxy = proxy.UsesUpstreamProxy,
            OffersSocks = proxy.OffersSocks,
            AsksAboutOtherHosts = !proxy.IsClosed,
        }
        : null;
}
