using System.Text.Json;

namespace Codex.Protocol.Permissions;

/// <summary>The wire form of <see cref="AdditionalPermissionProfile"/>.</summary>
public sealed class AdditionalPermissionProfileConverter : TaggedConverter<AdditionalPermissionProfile>
{
    /// <inheritdoc/>
    protected override AdditionalPermissionProfile Parse(JsonElement element)
    {
        var (network, fileSystem) = PermissionGrants.Parse(element);
        return new(network, fileSystem);
    }

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, AdditionalPermissionProfile value) =>
        PermissionGrants.Write(writer, value.Network, value.FileSystem);
}
