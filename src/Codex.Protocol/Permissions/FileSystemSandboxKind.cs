using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>Who restricts the file system, if anybody (<c>protocol/src/permissions.rs</c>).</summary>
[JsonConverter(typeof(FileSystemSandboxKindConverter))]
public sealed class FileSystemSandboxKind : WireName
{
    private FileSystemSandboxKind(string value)
        : base(value)
    {
    }

    /// <summary>The entries of the policy do.</summary>
    public static FileSystemSandboxKind Restricted { get; } = new("restricted");

    /// <summary>Nobody does.</summary>
    public static FileSystemSandboxKind Unrestricted { get; } = new("unrestricted");

    /// <summary>Somebody outside of this program does.</summary>
    public static FileSystemSandboxKind ExternalSandbox { get; } = new("external-sandbox");

    /// <summary>The value for a wire word, or null when there is none.</summary>
    public static FileSystemSandboxKind? Find(string? text) => text switch
    {
        "restricted" => Restricted,
        "unrestricted" => Unrestricted,
        "external-sandbox" => ExternalSandbox,
        _ => null,
    };
}
