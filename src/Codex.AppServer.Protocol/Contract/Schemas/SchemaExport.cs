using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.Schemas;

/// <summary>The protocol as JSON schemas: a file for each message and two with everything (<c>app-server-protocol/src/export.rs</c>).</summary>
/// <param name="contract">The protocol.</param>
/// <param name="experimental">Whether experimental parts are written.</param>
public sealed class SchemaExport(ProtocolContract contract, bool experimental)
{
    private readonly SchemaDocument _document = new(contract, experimental);
    private readonly IReadOnlySet<string> _left = experimental ? new HashSet<string>() : new ExperimentalTypes(contract).Names;

    /// <summary>Makes the files.</summary>
    public ContractExport Create()
    {
        SchemaRoot[] roots = [.. SchemaRoot.All(contract).DistinctBy(static root => root.Path)];
        var bundle = new SchemaBundle(contract, _document, roots, _left);
        List<GeneratedFile> files = [bundle.Versions(), bundle.Flat()];
        files.AddRange(roots.Where(root => !IsLeft(root.Type)).Select(File));
        files.Sort(static (one, other) => string.CompareOrdinal(one.Path, other.Path));
        return new ContractExport(files, [.. roots.Where(root => IsLeft(root.Type)).Select(static root => root.Path)]);
    }

    /// <summary>Makes the schema of the lines of rollout files.</summary>
    public static ContractExport CreateForRollouts(ProtocolContract contract)
    {
        var root = new SchemaRoot(contract.Find(ContractModule.Rollout, "RolloutLine"), "");
        return new ContractExport([new SchemaExport(contract, experimental: true).File(root)], []);
    }

    private GeneratedFile File(SchemaRoot root)
    {
        var definitions = SchemaClosure.Of(contract, root.Type).Values.Where(type => !IsLeft(type));
        return new GeneratedFile(root.Path, _document.ForType(root.Entry, definitions));
    }

    private bool IsLeft(ContractType type) => _left.Contains(type.Name);
}
