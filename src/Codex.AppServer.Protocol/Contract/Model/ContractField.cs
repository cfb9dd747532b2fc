namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>A key of an object and what it holds.</summary>
/// <param name="Name">The key.</param>
/// <param name="Type">Its value. A field that may be null may also be missing when we read it.</param>
public sealed record ContractField(string Name, TypeExpression Type)
{
    /// <summary>Whether writers may leave it out.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>Whether readers take null for a missing value, though nobody should write it.</summary>
    public bool TakesNull { get; init; }

    /// <summary>What a missing value means, as JSON; null when nothing is said of it.</summary>
    public string? Default { get; init; }

    /// <summary>Whether it is read but never written.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether only clients that ask for experimental parts see it.</summary>
    public bool IsExperimental { get; init; }

    /// <summary>What it means; null where the name says it.</summary>
    public string? Doc { get; init; }

    /// <summary>Whether an object without it is an error.</summary>
    public bool IsRequired => !MayBeMissing && !TakesNull && Default is null && Type is not NullableExpression;
}
