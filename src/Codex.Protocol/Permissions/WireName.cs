using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>
/// A value of a closed wire enumeration: one shared instance per wire string, compared by reference.
/// Permission values are never open: an unknown word must be an error and not become some permission.
/// </summary>
public abstract class WireName(string value)
{
    /// <summary>The word on the wire.</summary>
    [JsonIgnore]
    public string Value { get; } = value;

    /// <inheritdoc/>
    public sealed override string ToString() => Value;
}
