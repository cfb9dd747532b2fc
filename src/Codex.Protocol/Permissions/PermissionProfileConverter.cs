using System.Text.Json;

namespace Codex.Protocol.Permissions;

/// <summary>
/// The wire form of <see cref="PermissionProfile"/>: an object with the tag <c>type</c>.
/// Rollouts older than the tag hold <c>{network, file_system}</c>; that form is read too.
/// </summary>
public sealed class PermissionProfileConverter : TaggedConverter<PermissionProfile>
{
    /// <inheritdoc/>
    protected override PermissionProfile Parse(JsonElement element) => element.OptionalText("type") switch
    {
        "managed" => new PermissionProfile.Managed(
            ManagedFileSystemPermissionsConverter.From(element.Required("file_system")), Network(element)),
        "disabled" => new PermissionProfile.Disabled(),
        "external" => new PermissionProfile.External(Network(element)),
        null => Untagged(element),
        var other => throw JsonElementReading.UnknownVariant(other),
    };

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, PermissionProfile value)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case PermissionProfile.Managed managed:
                writer.WriteString("type"u8, "managed"u8);
                writer.WritePropertyName("file_system"u8);
                ManagedFileSystemPermissionsConverter.To(writer, managed.FileSystem);
                writer.WriteString("network"u8, managed.Network.Value);
                break;
            case PermissionProfile.External external:
                writer.WriteString("type"u8, "external"u8);
                writer.WriteString("network"u8, external.Network.Value);
                break;
            default:
                writer.WriteString("type"u8, "disabled"u8);
                break;
        }

        writer.WriteEndObject();
    }

    private static NetworkSandboxPolicy Network(JsonElement element)
    {
        var text = element.RequiredText("network");
        return NetworkSandboxPolicy.Find(text) ?? throw JsonElementReading.UnknownVariant(text);
    }

    private static PermissionProfile.Managed Untagged(JsonElement element)
    {
        var legacy = PermissionGrants.Parse(element);
        return new(
            new ManagedFileSystemPermissions.Restricted(legacy.FileSystem?.Entries ?? []) { GlobScanMaxDepth = legacy.FileSystem?.GlobScanMaxDepth },
            NetworkSandboxPolicy.From(legacy.Network?.Enabled ?? false));
    }
}
