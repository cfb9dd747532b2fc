namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>A JSON object.</summary>
public sealed record RecordType : ContractType
{
    /// <summary>What is in it.</summary>
    public required ContractBody Body { get; init; }

    /// <summary>Whether keys besides the fields are an error.</summary>
    public bool IsClosed { get; init; }
}
