using System.Text.Json;
using System.Text.Json.Serialization;

namespace Codex.Formats.Json;

/// <summary>For members that are floating-point numbers in the original: writes <c>1.0</c> where the runtime would write <c>1</c>.</summary>
public sealed class FloatConverter : JsonConverter<double>
{
    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => JsonFloat.Write(writer, value);
}
