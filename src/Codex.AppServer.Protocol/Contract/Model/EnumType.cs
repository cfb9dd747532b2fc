using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>One of several words; one that carries something is an object whose single key is the word.</summary>
public sealed record EnumType : ContractType
{
    /// <summary>The words, in order.</summary>
    public required ImmutableArray<ContractVariant> Variants { get; init; }

    /// <summary>Whether such an object may have further keys.</summary>
    public bool IsOpen { get; init; }
}
