using System.Collections.Immutable;
using Codex.Configuration;
using Codex.Configuration.Sections;
using Codex.Execution.Network;
using Codex.Execution.Network.Inspection;

namespace Codex.Cli.Sessions;

/// <summary>What a configuration says about the filtered network of commands.</summary>
internal static class NetworkSettings
{
    /// <summary>The filter; null when there is none.</summary>
    /// <exception cref="ConfigException">A hook cannot be followed.</exception>
    public static NetworkProxyOptions? Read(EffectiveConfig config) => config.NetworkProxy is { } proxy
        ? new NetworkProxyOptions
        {
            Mode = proxy.IsLimited ? NetworkMode.Limited : NetworkMode.Full,
            AllowedHosts = [.. proxy.AllowedDomains],
            DeniedHosts = [.. proxy.DeniedDomains],
            Hooks = Hooks(proxy.Interception),
            AuthorityDirectory = AuthorityPaths.DirectoryIn(config.CodexHome),
            AllowsLocalAddresses = proxy.AllowsLocalAddresses,
            UsesUpstreamProxy = proxy.UsesUpstreamProxy,
            OffersSocks = proxy.OffersSocks,
            PassesDatagrams = proxy.PassesDatagrams,
            AsksAboutOtherHosts = !proxy.IsClosed,
            EndsBlockedCommands = proxy.IsManaged,
        }
        : null;

    private static ImmutableArray<InspectionHook> Hooks(InterceptionSection? section)
    {
        try
        {
            return InspectionHooks.Read(section);
        }
        catch (InvalidHookException error)
        {
            throw new ConfigException(
                ConfigStage.Build,
                $"network proxy constraints are invalid: invalid value for network.mitm_hooks: {error.Message} (allowed valid MITM hook configuration)");
        }
    }
}
