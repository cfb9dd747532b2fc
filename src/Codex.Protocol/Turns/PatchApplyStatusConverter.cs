using System.Text.Json;
using System.Text.Json.Serialization;

namespace Codex.Protocol.Turns;

/// <summary>Wire names of <see cref="PatchApplyStatus"/>.</summary>
public sealed class PatchApplyStatusConverter : JsonConverter<PatchApplyStatus>
{
    /// <inheritdoc/>
    public override PatchApplyStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() switch
        {
            "completed" => PatchApplyStatus.Completed,
            "failed" => PatchApplyStatus.Failed,
            "declined" => PatchApplyStatus.Declined,
            var value => throw new JsonException($"unknown variant `{value}`, expected one of `completed`, `failed`, `declined`"),
        };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PatchApplyStatus value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value switch
        {
            PatchApplyStatus.Completed => "completed"u8,
            PatchApplyStatus.Failed => "failed"u8,
            _ => "declined"u8,
        });
}
