using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>What is in an object.</summary>
/// <param name="Fields">Its fields, in the order of TypeScript.</param>
public sealed record ContractBody(ImmutableArray<ContractField> Fields)
{
    /// <summary>What further keys hold; null when nothing is said of them.</summary>
    public TypeExpression? Rest { get; init; }

    /// <summary>A union whose variants' fields are part of the object; null when there is none.</summary>
    public NamedExpression? Spread { get; init; }

    /// <summary>Nothing.</summary>
    public static ContractBody Empty { get; } = new([]);

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Fields.IsEmpty && Rest is null && Spread is null;
}
