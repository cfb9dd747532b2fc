namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>One choice of an enum or a union.</summary>
/// <param name="Name">The word that stands for it.</param>
public sealed record ContractVariant(string Name)
{
    /// <summary>Its fields; null for a bare word or an expression.</summary>
    public ContractBody? Body { get; init; }

    /// <summary>What it carries; null for a bare word or fields.</summary>
    public TypeExpression? Content { get; init; }

    /// <summary>The record whose fields it has, beside the tag; null when it has its own.</summary>
    public NamedExpression? Spread { get; init; }

    /// <summary>Whether only clients that ask for experimental parts see it.</summary>
    public bool IsExperimental { get; init; }

    /// <summary>Whether JSON schemas leave it out.</summary>
    public bool IsUnlisted { get; init; }

    /// <summary>What it means; null where the name says it.</summary>
    public string? Doc { get; init; }

    /// <summary>Whether it is no more than its word.</summary>
    public bool IsBare => Body is null && Content is null && Spread is null;
}
