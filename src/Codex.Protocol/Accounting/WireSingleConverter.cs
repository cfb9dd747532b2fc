using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Codex.Protocol.Accounting;

/// <summary>Writes whole single-precision numbers with a fraction (<c>1.0</c>), as the original does.</summary>
public sealed class WireSingleConverter : JsonConverter<float>
{
    /// <inheritdoc/>
    public override float Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetSingle();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, float value, JsonSerializerOptions options)
    {
        if (float.IsInteger(value) && Math.Abs(value) < 1e7f)
            writer.WriteRawValue(value.ToString("0.0", CultureInfo.InvariantCulture), skipInputValidation: true);
        else
            writer.WriteNumberValue(value);
    }
}
