using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>The network word of the legacy external sandbox policy (<c>protocol/src/protocol.rs</c>).</summary>
[JsonConverter(typeof(NetworkAccessConverter))]
public sealed class NetworkAccess : WireName
{
    private NetworkAccess(string value)
        : base(value)
    {
    }

    /// <summary>No network.</summary>
    public static NetworkAccess Restricted { get; } = new("restricted");

    /// <summary>The network of the host.</summary>
    public static NetworkAccess Enabled { get; } = new("enabled");

    /// <summary>Whether the network may be used.</summary>
    [JsonIgnore]
    public bool IsEnabled => ReferenceEquals(this, Enabled);

    /// <summary>The value for a yes or no.</summary>
    public static NetworkAccess From(bool enabled) => enabled ? Enabled : Restricted;

    /// <summary>The value for a wire word, or null when there is none.</summary>
    public static NetworkAccess? Find(string? text) => text switch
    {
        "restricted" => Restricted,
        "enabled" => Enabled,
        _ => null,
    };
}
