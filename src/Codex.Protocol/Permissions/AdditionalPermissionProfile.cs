using System.Text.Json;
using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>Permissions asked for or granted on top of a profile, for one command, a turn or a session.</summary>
/// <param name="Network">The network part; null when not asked for.</param>
/// <param name="FileSystem">The file part; null when not asked for.</param>
[JsonConverter(typeof(AdditionalPermissionProfileConverter))]
public sealed record AdditionalPermissionProfile(NetworkPermissions? Network, FileSystemPermissions? FileSystem)
{
    /// <summary>No permissions.</summary>
    public static AdditionalPermissionProfile None { get; } = new(Network: null, FileSystem: null);

    /// <summary>Whether nothing is asked for.</summary>
    public bool IsEmpty => Network is null && FileSystem is null;

    /// <summary>Whether the network is among them.</summary>
    public bool IncludesNetwork => Network is { Enabled: true };

    /// <summary>The places, in order.</summary>
    public IReadOnlyList<FileSystemSandboxEntry> Places => FileSystem?.Entries ?? [];

    /// <summary>Writes the wire form.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        PermissionGrants.Write(writer, Network, FileSystem);
    }
}
