using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>The network part of additional permissions.</summary>
/// <param name="Enabled">Whether the network is asked for; null says nothing.</param>
[JsonConverter(typeof(NetworkPermissionsConverter))]
public sealed record NetworkPermissions(bool? Enabled);
