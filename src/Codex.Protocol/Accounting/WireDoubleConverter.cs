using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Codex.Protocol.Accounting;

/// <summary>Writes whole floating-point numbers with a fraction (<c>1.0</c>), as the original does.</summary>
public sealed class WireDoubleConverter : JsonConverter<double>
{
    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsInteger(value) && Math.Abs(value) < 1e15)
            writer.WriteRawValue(value.ToString("0.0", CultureInfo.InvariantCulture), skipInputValidation: true);
        else
            writer.WriteNumberValue(value);
    }
}
