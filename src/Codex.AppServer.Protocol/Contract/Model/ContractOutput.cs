namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>What the contract is written as.</summary>
[Flags]
public enum ContractOutput
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>TypeScript.</summary>
    TypeScript = 1,

    /// <summary>JSON schemas.</summary>
    Schema = 2,
}
