using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.Schemas;

/// <summary>A type as it stands in a document.</summary>
/// <param name="Type">The type.</param>
/// <param name="Owner">The name that titles of its parts are made from.</param>
/// <param name="IsRoot">Whether it also has a document of its own; the bundles repeat its head.</param>
internal sealed record SchemaEntry(ContractType Type, string Owner, bool IsRoot)
{
    /// <summary>A type that is only referred to.</summary>
    public static SchemaEntry Definition(ContractType type) => new(type, type.SchemaName, IsRoot: false);
}
