using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.TypeScript;

/// <summary>Where TypeScript files are.</summary>
internal static class TypeScriptPath
{
    /// <summary>The directory of the version in use, with its slash.</summary>
    public const string V2Directory = "v2/";

    /// <summary>The module for any JSON value.</summary>
    public const string JsonValue = "serde_json/JsonValue";

    /// <summary>The module of a type, from the output directory.</summary>
    public static string Of(ContractType type) => DirectoryOf(type) + type.Name;

    /// <summary>The directory of a type's module, with its slash; empty for the output directory.</summary>
    public static string DirectoryOf(ContractType type) => type.Module == ContractModule.V2 ? V2Directory : "";

    /// <summary>How a file names a module when it imports from it.</summary>
    /// <param name="directory">The file's directory.</param>
    /// <param name="module">The module, from the output directory.</param>
    public static string Relative(string directory, string module)
    {
        if (directory.Length == 0)
            return "./" + module;
        return module.StartsWith(directory, StringComparison.Ordinal) ? "./" + module[directory.Length..] : "../" + module;
    }
}
