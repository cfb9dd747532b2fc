using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>What an entry grants or takes away (<c>protocol/src/permissions.rs</c>).</summary>
[JsonConverter(typeof(FileSystemAccessModeConverter))]
public sealed class FileSystemAccessMode : WireName
{
    private FileSystemAccessMode(string value)
        : base(value)
    {
    }

    /// <summary>Reading only.</summary>
    public static FileSystemAccessMode Read { get; } = new("read");

    /// <summary>Reading and writing.</summary>
    public static FileSystemAccessMode Write { get; } = new("write");

    /// <summary>Neither; the older spelling <c>none</c> is accepted when read.</summary>
    public static FileSystemAccessMode Deny { get; } = new("deny");

    /// <summary>Whether files may be read.</summary>
    [JsonIgnore]
    public bool CanRead => !ReferenceEquals(this, Deny);

    /// <summary>Whether files may be written.</summary>
    [JsonIgnore]
    public bool CanWrite => ReferenceEquals(this, Write);

    /// <summary>Between entries for one path the higher rank wins: deny, then write, then read.</summary>
    [JsonIgnore]
    public int Precedence => Value switch { "read" => 0, "write" => 1, _ => 2 };

    /// <summary>The value for a wire word, or null when there is none.</summary>
    public static FileSystemAccessMode? Find(string? text) => text switch
    {
        "read" => Read,
        "write" => Write,
        "deny" or "none" => Deny,
        _ => null,
    };
}
