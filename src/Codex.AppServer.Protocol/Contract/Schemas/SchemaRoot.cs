using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.Schemas;

/// <summary>A type with a document of its own.</summary>
/// <param name="Type">The type.</param>
/// <param name="Directory">The directory of its file; empty for the output directory.</param>
internal sealed record SchemaRoot(ContractType Type, string Directory)
{
    private const string Envelope = "JSONRPC";

    /// <summary>The directory of the first version.</summary>
    public const string V1 = "v1";

    /// <summary>The directory of the version in use.</summary>
    public const string V2 = "v2";

    /// <summary>Where the file belongs.</summary>
    public string Path => (Directory.Length == 0 ? "" : Directory + "/") + Type.SchemaName + ".json";

    /// <summary>The type in a document; the original takes the whole path of a root for its name.</summary>
    public SchemaEntry Entry => new(Type, Directory.Length == 0 ? Type.SchemaName : $"{Directory}::{Type.SchemaName}", IsRoot: true);

    /// <summary>Every type of the protocol with a document.</summary>
    public static IEnumerable<SchemaRoot> All(ProtocolContract contract) =>
    [
        new SchemaRoot(contract.Find(ContractModule.Shared, "RequestId"), ""),
        .. contract.Types.Where(IsEnvelope).Select(static type => new SchemaRoot(type, "")),
        .. contract.Unions.Select(static union => new SchemaRoot(union, "")),
        .. contract.Messages.SelectMany(message => Of(contract, message)),
    ];

    private static bool IsEnvelope(ContractType type) =>
        type.Module == ContractModule.Rpc && type.Name.StartsWith(Envelope, StringComparison.Ordinal);

    private static IEnumerable<SchemaRoot> Of(ProtocolContract contract, ContractMessage message)
    {
        foreach (var name in new[] { message.Params, message.Response }.OfType<NamedExpression>())
        {
            var type = contract.Find(name);
            if (type.Module != ContractModule.V1 || !message.IsUnlisted)
                yield return new SchemaRoot(type, message.Kind == MessageKind.ServerRequest ? "" : DirectoryOf(type.Module));
        }
    }

    private static string DirectoryOf(ContractModule module) => module switch
    {
        ContractModule.V1 => V1,
        ContractModule.V2 => V2,
        _ => "",
    };
}
