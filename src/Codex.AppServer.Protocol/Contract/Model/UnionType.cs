using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>One of several objects, told apart by the word under one of their keys.</summary>
public sealed record UnionType : ContractType
{
    /// <summary>The key with the word.</summary>
    public required string Tag { get; init; }

    /// <summary>The key for what a variant carries; null when that stands beside the tag.</summary>
    public string? Content { get; init; }

    /// <summary>The objects, in order.</summary>
    public required ImmutableArray<ContractVariant> Variants { get; init; }
}
