using System.Text.Json;
using System.Text.Json.Serialization;
using Codex.ExecServer.Rpc;

namespace Codex.ExecServer.Protocol;

/// <summary>Bytes as base64; what is wrong with a text is said in the original's words.</summary>
internal sealed class Base64Converter : JsonConverter<byte[]>
{
    /// <inheritdoc/>
    public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Base64Text.TryDecode(reader.GetString() ?? "", out var bytes, out var problem) ? bytes : throw new JsonException(problem);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) => writer.WriteBase64StringValue(value);
}
