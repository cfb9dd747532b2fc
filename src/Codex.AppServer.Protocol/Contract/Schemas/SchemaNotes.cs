namespace Codex.AppServer.Protocol.Contract.Schemas;

/// <summary>What a schema says of a value besides its type.</summary>
/// <param name="Description">What it means; null when nothing is said.</param>
/// <param name="Default">What it is when missing, as JSON; null when nothing is said.</param>
/// <param name="IsWriteOnly">Whether it is taken and never given.</param>
internal readonly record struct SchemaNotes(string? Description, string? Default, bool IsWriteOnly)
{
    /// <summary>Whether the value may be null, for a type that stands behind a name.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether there is nothing that has to be written beside the type.</summary>
    public bool IsEmpty => Description is null && Default is null && !IsWriteOnly;
}
