using System.Text;
using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.TypeScript;

/// <summary>The protocol as TypeScript: a file for each type and an index for each directory (<c>app-server-protocol/src/export.rs</c>).</summary>
/// <param name="contract">The protocol.</param>
/// <param name="experimental">Whether experimental parts are written.</param>
public sealed class TypeScriptExport(ProtocolContract contract, bool experimental)
{
    private const string Extension = ".ts";
    private const string Index = "index";

    /// <summary>Makes the files.</summary>
    public ContractExport Create()
    {
        var closure = new TypeClosure(contract, ContractOutput.TypeScript, TypeScriptPath.Of);
        foreach (var type in Roots())
            closure.Add(type);
        var left = new ExperimentalTypes(contract).Names;
        List<string> absent = [];
        List<GeneratedFile> files = [JsonValue()];
        foreach (var (path, type) in closure.Found)
        {
            if (!experimental && left.Contains(type.Name))
                absent.Add(path + Extension);
            else
                files.Add(File(path, type));
        }

        files.AddRange([IndexOf("", files), IndexOf(TypeScriptPath.V2Directory, files)]);
        files.Sort(static (one, other) => string.CompareOrdinal(one.Path, other.Path));
        return new ContractExport(files, absent);
    }

    private IEnumerable<ContractType> Roots() =>
    [
        .. contract.Unions,
        .. contract.Messages.Select(static message => message.Response).OfType<NamedExpression>().Select(contract.Find),
    ];

    private GeneratedFile File(string path, ContractType type)
    {
        var file = new TypeScriptFile(TypeScriptPath.DirectoryOf(type));
        new TypeScriptRenderer(contract, file, experimental).WriteDeclaration(type);
        return new GeneratedFile(path + Extension, file.ToBytes(path));
    }

    private GeneratedFile JsonValue()
    {
        var file = new TypeScriptFile("serde_json/");
        new TypeScriptRenderer(contract, file, experimental).WriteJsonValue();
        return new GeneratedFile(TypeScriptPath.JsonValue + Extension, file.ToBytes(TypeScriptPath.JsonValue));
    }

    private static GeneratedFile IndexOf(string directory, IEnumerable<GeneratedFile> files)
    {
        var text = new StringBuilder(TypeScriptFile.Header);
        var names = files.Select(static file => file.Path[..^Extension.Length])
            .Where(path => path.StartsWith(directory, StringComparison.Ordinal) && path.LastIndexOf('/') < directory.Length)
            .Select(path => path[directory.Length..])
            .Where(static name => name != Index);
        foreach (var name in names.Order(StringComparer.Ordinal))
            text.Append("export type { ").Append(name).Append(" } from \"./").Append(name).Append("\";\n");
        if (directory.Length == 0)
            text.Append("export * as v2 from \"./v2\";\n");
        return new GeneratedFile(directory + Index + Extension, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
