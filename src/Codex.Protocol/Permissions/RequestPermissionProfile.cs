using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>The permissions that a request_permissions call asks for.</summary>
/// <param name="Network">The network part; null when not asked for.</param>
/// <param name="FileSystem">The file part; null when not asked for.</param>
[JsonConverter(typeof(RequestPermissionProfileConverter))]
public sealed record RequestPermissionProfile(NetworkPermissions? Network, FileSystemPermissions? FileSystem)
{
    /// <summary>Whether nothing is asked for.</summary>
    public bool IsEmpty => Network is null && FileSystem is null;
}
