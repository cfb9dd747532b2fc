using System.Text.Json;

namespace Codex.Protocol.Permissions;

/// <summary>The shared wire shape <c>{network, file_system}</c>: both members are written as null when absent, others are refused.</summary>
internal static class PermissionGrants
{
    public static (NetworkPermissions? Network, FileSystemPermissions? FileSystem) Parse(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("expected an object");
        }

        foreach (var member in element.EnumerateObject())
        {
            if (member.Name is not ("network" or "file_system"))
            {
                throw new JsonException($"unknown field `{member.Name}`");
            }
        }

        return (
            element.Optional("network") is { } network ? NetworkPermissionsConverter.From(network) : null,
            element.Optional("file_system") is { } files ? FileSystemPermissionsConverter.From(files) : null);
    }

    public static void Write(Utf8JsonWriter writer, NetworkPermissions? network, FileSystemPermissions? fileSystem)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("network"u8);
        if (network is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            NetworkPermissionsConverter.To(writer, network);
        }

        writer.WritePropertyName("file_system"u8);
        if (fileSystem is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            FileSystemPermissionsConverter.To(writer, fileSystem);
        }

        writer.WriteEndObject();
    }
}
