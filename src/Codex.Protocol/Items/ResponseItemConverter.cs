using System.Text.Json;
using System.Text.Json.Serialization;

namespace Codex.Protocol.Items;

/// <summary>Wire form of <see cref="ResponseItem"/>: hand-written, because absence, null and presence follow rules per item.</summary>
public sealed class ResponseItemConverter : JsonConverter<ResponseItem>
{
    /// <inheritdoc/>
    public override ResponseItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ResponseItemReader.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ResponseItem value, JsonSerializerOptions options) =>
        ResponseItemWriter.Write(writer, value);
}
