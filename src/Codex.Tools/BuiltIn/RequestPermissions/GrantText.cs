using System.Buffers;
using System.Text;
using System.Text.Json;
using Codex.Formats.Json;
using Codex.Protocol.Permissions;

namespace Codex.Tools.BuiltIn.RequestPermissions;

/// <summary>A grant as the model is told of it.</summary>
internal static class GrantText
{
    /// <summary>The JSON text.</summary>
    public static string Write(PermissionGrant grant)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("permissions"u8);
            grant.Permissions.WriteTo(writer);
            writer.WriteString("scope"u8, grant.Scope.Value);
            if (grant.ReviewsEverything)
                writer.WriteBoolean("strict_auto_review"u8, value: true);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
