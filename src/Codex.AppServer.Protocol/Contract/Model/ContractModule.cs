namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>Which part of the contract a type belongs to: where its files go and which other types its words mean.</summary>
public enum ContractModule
{
    /// <summary>Used by every version of the protocol.</summary>
    Shared,

    /// <summary>The first version, of which little is left.</summary>
    V1,

    /// <summary>The version that is in use.</summary>
    V2,

    /// <summary>The envelopes of messages; TypeScript has none of them.</summary>
    Rpc,

    /// <summary>Lines of rollout files; only the internal schema has them.</summary>
    Rollout,
}
