namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>A type with a name.</summary>
public abstract record ContractType
{
    /// <summary>Where it belongs.</summary>
    public required ContractModule Module { get; init; }

    /// <summary>Its name; unique in its module.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a sentence; null where the name says it.</summary>
    public string? Doc { get; init; }

    /// <summary>Its name among the definitions of a JSON schema.</summary>
    public string SchemaName { get => field ?? Name; init; }

    /// <summary>Outputs in which its content stands where its name is used.</summary>
    public ContractOutput Inlined { get; init; }
}
