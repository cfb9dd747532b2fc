using System.Text.Json;
using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>
/// A hand-written converter over a parsed element: tags may come after the members they select,
/// and nested values need no registration in a serializer context.
/// </summary>
/// <typeparam name="T">The wire type.</typeparam>
public abstract class TaggedConverter<T> : JsonConverter<T>
    where T : class
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Parse(document.RootElement);
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        WriteValue(writer, value);

    /// <summary>Reads the value; throws <see cref="JsonException"/> when the element has another shape.</summary>
    protected abstract T Parse(JsonElement element);

    /// <summary>Writes the value with its members in wire order.</summary>
    protected abstract void WriteValue(Utf8JsonWriter writer, T value);
}
