using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.Schemas;

/// <summary>What the schema of a type refers to, directly or not.</summary>
internal static class SchemaClosure
{
    /// <summary>The definitions, by name; the type itself only when it is referred to.</summary>
    public static IReadOnlyDictionary<string, ContractType> Of(ProtocolContract contract, ContractType type)
    {
        var closure = new TypeClosure(contract, ContractOutput.Schema, static definition => definition.SchemaName);
        closure.Visit(type);
        return closure.Found;
    }
}
