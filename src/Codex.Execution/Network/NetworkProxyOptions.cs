using System.Collections.Immutable;
using Codex.Execution.Network.Inspection;

namespace Codex.Execution.Network;

/// <summary>What the proxy lets through.</summary>
public sealed record NetworkProxyOptions
{
    /// <summary>Which requests pass.</summary>
    public NetworkMode Mode { get; init; }

    /// <summary>
    /// Patterns of hosts that may be reached: a name or address, <c>*.x</c> for everything below x, <c>**.x</c> for x too,
    /// <c>*</c> for all. Without any, nothing passes.
    /// </summary>
    public ImmutableArray<string> AllowedHosts { get; init; } = [];

    /// <summary>Patterns of hosts that may never be reached; stronger than <see cref="AllowedHosts"/>. No <c>*</c>.</summary>
    public ImmutableArray<string> DeniedHosts { get; init; } = [];

    /// <summary>Which encrypted requests pass to certain hosts, and what is done to them. Every tunnel to these hosts is looked into.</summary>
    public ImmutableArray<InspectionHook> Hooks { get; init; } = [];

    /// <summary>
    /// Where the authority lies in whose name we answer while we look into a tunnel; made when it is needed. Null when nothing can
    /// be looked into: then such tunnels are refused.
    /// </summary>
    public string? AuthorityDirectory { get; init; }

    /// <summary>Whether the user may be asked about hosts that no pattern names.</summary>
    public bool AsksAboutOtherHosts { get; init; } = true;

    /// <summary>
    /// Whether a command ends with the first request of it that does not pass, so that the model hears why: the way of 0.136.0 where
    /// administrators filter the network.
    /// </summary>
    public bool EndsBlockedCommands { get; init; }

    /// <summary>Whether addresses of this machine and of private networks may be reached like any other.</summary>
    public bool AllowsLocalAddresses { get; init; }

    /// <summary>Whether the proxies of our own environment are used.</summary>
    public bool UsesUpstreamProxy { get; init; } = true;

    /// <summary>Whether there is a SOCKS listener.</summary>
    public bool OffersSocks { get; init; } = true;

    /// <summary>Whether SOCKS passes datagrams, too.</summary>
    public bool PassesDatagrams { get; init; } = true;

    /// <summary>Whether some tunnels are looked into.</summary>
    internal bool Inspects => Mode is NetworkMode.Limited || Hooks.Length > 0;
}
