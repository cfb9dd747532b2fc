using System.Text.Json;
using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>Reads and writes a <see cref="WireName"/> as its string.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public abstract class WireNameConverter<T> : JsonConverter<T>
    where T : WireName
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return Find(text) ?? throw new JsonException($"unknown variant `{text}` of {typeof(T).Name}");
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    /// <summary>The value for a wire word, or null when there is none.</summary>
    protected abstract T? Find(string? text);
}
