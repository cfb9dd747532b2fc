using System.Text.Json;
using System.Text.Json.Serialization;
using Codex.Protocol.Operations;

namespace Codex.AppServer.Protocol;

/// <summary>A setting that is left alone when its member is absent and taken away when it is null.</summary>
public sealed class ChangeConverter : JsonConverter<Change<string>>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Change<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Change<string>? value, JsonSerializerOptions options) => writer.WriteStringValue(value?.Value);
}
