using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[permissions.x.network]</c>: whether commands have a network, and how the proxy filters it.</summary>
/// <param name="Proxy">The switch and the proxy's settings.</param>
/// <param name="Interception">What is done to requests inside of encrypted connections.</param>
public sealed record PermissionNetworkSection(NetworkProxySettings Proxy, InterceptionSection? Interception)
{
    internal static PermissionNetworkSection Read(TableReader table) => new(
        NetworkProxySettings.Read(table),
        table.Section("mitm", "struct NetworkMitmTomlUnchecked", InterceptionSection.Read));

    internal PermissionNetworkSection Over(PermissionNetworkSection parent) =>
        new(Proxy.Over(parent.Proxy), Interception?.Over(parent.Interception) ?? parent.Interception);
}
