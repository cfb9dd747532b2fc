using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>Whether sandboxed commands may use the network (<c>protocol/src/permissions.rs</c>).</summary>
[JsonConverter(typeof(NetworkSandboxPolicyConverter))]
public sealed class NetworkSandboxPolicy : WireName
{
    private NetworkSandboxPolicy(string value)
        : base(value)
    {
    }

    /// <summary>No network.</summary>
    public static NetworkSandboxPolicy Restricted { get; } = new("restricted");

    /// <summary>The network of the host.</summary>
    public static NetworkSandboxPolicy Enabled { get; } = new("enabled");

    /// <summary>Whether the network may be used.</summary>
    [JsonIgnore]
    public bool IsEnabled => ReferenceEquals(this, Enabled);

    /// <summary>The value for a yes or no.</summary>
    public static NetworkSandboxPolicy From(bool enabled) => enabled ? Enabled : Restricted;

    /// <summary>The value for a wire word, or null when there is none.</summary>
    public static NetworkSandboxPolicy? Find(string? text) => text switch
    {
        "restricted" => Restricted,
        "enabled" => Enabled,
        _ => null,
    };
}
