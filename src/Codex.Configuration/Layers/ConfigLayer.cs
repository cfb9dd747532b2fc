using System.Security.Cryptography;
using Codex.Formats.Toml;

namespace Codex.Configuration.Layers;

/// <summary>One source of configuration.</summary>
public sealed class ConfigLayer
{
    private string? _version;

    /// <summary>Where it comes from.</summary>
    public required ConfigLayerKind Kind { get; init; }

    /// <summary>The file, existing or not; null for options.</summary>
    public string? File { get; init; }

    /// <summary>The profile's name, for a profile.</summary>
    public string? Profile { get; init; }

    /// <summary>The values, paths resolved. Not to be changed.</summary>
    public required TomlTable Values { get; init; }

    /// <summary>Why it is not used, or null when it is.</summary>
    public string? DisabledReason { get; init; }

    /// <summary>Folder of the main checkout whose hooks are used instead, in a linked work tree.</summary>
    public string? HooksFolderOverride { get; init; }

    /// <summary>The file's content; empty when there is no file.</summary>
    public ReadOnlyMemory<byte> Source { get; init; }

    /// <summary>Hash of the values, for detecting changes: <c>sha256:</c> and hexadecimal digits.</summary>
    public string Version => _version ??= "sha256:" + Convert.ToHexStringLower(SHA256.HashData(TomlJson.ToCanonicalBytes(Values)));

    /// <summary>The folder whose further files belong to the layer, for files of the machine, the user and the project.</summary>
    public string? Folder => Kind is ConfigLayerKind.System or ConfigLayerKind.User or ConfigLayerKind.Project ? Path.GetDirectoryName(File) : null;

    /// <summary>The <c>.codex</c> folder, for a project layer.</summary>
    public string? DotCodexFolder => Kind == ConfigLayerKind.Project ? Path.GetDirectoryName(File) : null;
}
