using System.Text.Json;

namespace Codex.Protocol.Permissions;

/// <summary>The wire form of <see cref="NetworkPermissions"/>; an absent value is written as null.</summary>
public sealed class NetworkPermissionsConverter : TaggedConverter<NetworkPermissions>
{
    internal static NetworkPermissions From(JsonElement element) => new(element.Optional("enabled")?.Flag());

    internal static void To(Utf8JsonWriter writer, NetworkPermissions value)
    {
        writer.WriteStartObject();
        if (value.Enabled is { } enabled)
        {
            writer.WriteBoolean("enabled"u8, enabled);
        }
        else
        {
            writer.WriteNull("enabled"u8);
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    protected override NetworkPermissions Parse(JsonElement element) => From(element);

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, NetworkPermissions value) => To(writer, value);
}
