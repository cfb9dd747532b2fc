using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>Another name for an expression, or for one of several that only their shapes tell apart.</summary>
public sealed record AliasType : ContractType
{
    /// <summary>The expressions; empty when there are cases.</summary>
    public ImmutableArray<TypeExpression> Alternatives { get; init; } = [];

    /// <summary>Objects without a tag; empty when there are alternatives.</summary>
    public ImmutableArray<ContractBody> Cases { get; init; } = [];
}
