using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>What the commands of a turn may do: the one form that is enforced (<c>protocol/src/models.rs</c>).</summary>
[JsonConverter(typeof(PermissionProfileConverter))]
public abstract record PermissionProfile
{
    private PermissionProfile()
    {
    }

    /// <summary>Reading everything, writing nothing, no network.</summary>
    public static PermissionProfile ReadOnly { get; } = new Managed(
        new ManagedFileSystemPermissions.Restricted([FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Root, FileSystemAccessMode.Read)]),
        NetworkSandboxPolicy.Restricted);

    /// <summary>This program builds the sandbox.</summary>
    /// <param name="FileSystem">What may be done with files.</param>
    /// <param name="Network">Whether the network may be used.</param>
    public sealed record Managed(ManagedFileSystemPermissions FileSystem, NetworkSandboxPolicy Network) : PermissionProfile;

    /// <summary>No sandbox.</summary>
    public sealed record Disabled : PermissionProfile;

    /// <summary>The caller of this program restricts files already.</summary>
    /// <param name="Network">Whether the network may be used.</param>
    public sealed record External(NetworkSandboxPolicy Network) : PermissionProfile;
}
