using System.Collections.Immutable;

namespace Codex.Execution.Network.Inspection;

/// <summary>
/// Which encrypted requests to a host pass, and what is done to them (<c>network-proxy/src/mitm_hook.rs</c>). What no hook of
/// a host takes does not pass.
/// </summary>
public sealed record InspectionHook
{
    /// <summary>The host, normalised; never a pattern.</summary>
    public required string Host { get; init; }

    /// <summary>The methods, in capitals.</summary>
    public required ImmutableArray<string> Methods { get; init; }

    /// <summary>Beginnings or patterns of paths.</summary>
    public required ImmutableArray<HookPattern> Paths { get; init; }

    /// <summary>Parameters of the query, each with the values of which it must have one.</summary>
    public ImmutableArray<(string Name, ImmutableArray<HookPattern> Values)> Query { get; init; } = [];

    /// <summary>Headers, each with the values of which it must have one; without any it only has to be there.</summary>
    public ImmutableArray<(string Name, ImmutableArray<HookPattern> Values)> Headers { get; init; } = [];

    /// <summary>Headers that are taken out.</summary>
    public ImmutableArray<string> Strips { get; init; } = [];

    /// <summary>Headers that are put in, in place of what the client said.</summary>
    public ImmutableArray<InjectedHeader> Injects { get; init; } = [];
}
