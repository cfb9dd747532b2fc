using System.Text.Json;

namespace Codex.Protocol.Permissions;

/// <summary>The wire form of <see cref="RequestPermissionProfile"/>.</summary>
public sealed class RequestPermissionProfileConverter : TaggedConverter<RequestPermissionProfile>
{
    /// <inheritdoc/>
    protected override RequestPermissionProfile Parse(JsonElement element)
    {
        var (network, fileSystem) = PermissionGrants.Parse(element);
        return new(network, fileSystem);
    }

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, RequestPermissionProfile value) =>
        PermissionGrants.Write(writer, value.Network, value.FileSystem);
}
