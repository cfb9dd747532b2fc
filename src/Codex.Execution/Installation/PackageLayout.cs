using Codex.Protocol.Permissions;

namespace Codex.Execution.Installation;

/// <summary>The directories of an unpacked package.</summary>
/// <param name="Root">The package; holds <c>codex-package.json</c>.</param>
/// <param name="Resources">Helper programs and data; null when there is none.</param>
/// <param name="SearchPath">Programs that commands should find; null when there is none.</param>
public sealed record PackageLayout(string Root, string? Resources, string? SearchPath)
{
    internal const string ResourcesName = "codex-resources";

    private const string BinaryName = "bin";
    private const string MetadataName = "codex-package.json";
    private const string SearchPathName = "codex-path";

    /// <summary>The layout around an executable in a package's <c>bin</c>; null when it is in no package.</summary>
    public static PackageLayout? Find(string executable)
    {
        var directory = Path.GetDirectoryName(SymbolicLinks.Canonicalize(executable));
        return Path.GetFileName(directory) == BinaryName
            && Path.GetDirectoryName(directory) is { } root
            && File.Exists(Path.Join(root, MetadataName))
            ? new PackageLayout(root, Existing(root, ResourcesName), Existing(root, SearchPathName))
            : null;
    }

    internal static string? Existing(string root, string name) =>
        Path.Join(root, name) is var path && Directory.Exists(path) ? path : null;
}
