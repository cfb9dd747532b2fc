using System.Text.Json;
using System.Text.Json.Serialization;
using Codex.Protocol.Permissions;

namespace Codex.ExecServer.Protocol;

/// <summary>Permissions; a profile that cannot be read is refused in the original's words.</summary>
internal sealed class SandboxPermissionsConverter : JsonConverter<PermissionProfile>
{
    private readonly PermissionProfileConverter _inner = new();

    /// <inheritdoc/>
    public override PermissionProfile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return _inner.Read(ref reader, typeToConvert, options);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new JsonException("data did not match any variant of untagged enum PermissionProfileDe", exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PermissionProfile value, JsonSerializerOptions options) =>
        _inner.Write(writer, value, options);
}
