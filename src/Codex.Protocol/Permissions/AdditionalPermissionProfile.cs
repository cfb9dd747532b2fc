using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>Permissions asked for or granted on top of a profile, for one command, a turn or a session.</summary>
/// <param name="Network">The network part; null when not asked for.</param>
/// <param name="FileSystem">The file part; null when not asked for.</param>
[JsonConverter(typeof(AdditionalPermissionProfileConverter))]
public sealed record AdditionalPermissionProfile(NetworkPermissions? Network, FileSystemPermissions? FileSystem)
{
    /// <summary>Whether nothing is asked for.</summary>
    public bool IsEmpty => Network is null && FileSystem is null;
}
