using System.Globalization;
using System.Text.Json;

namespace Codex.Formats.Json;

/// <summary>Writes floating-point numbers as serde_json does: whole values keep a fraction (<c>1.0</c>), other values the shortest form.</summary>
public static class JsonFloat
{
    private const int LargestPlainExponent = 15;
    private const int SmallestPlainExponent = -5;

    /// <summary>Writes a value; NaN and infinities become <c>null</c>, as JSON has no word for them.</summary>
    public static void Write(Utf8JsonWriter writer, double value)
    {
        if (!double.IsFinite(value))
            writer.WriteNullValue();
        else
            writer.WriteRawValue(Format(value), skipInputValidation: true);
    }

    /// <summary>The JSON text of a finite value.</summary>
    public static string Format(double value)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var exponent = shortest.IndexOf('E', StringComparison.Ordinal);
        if (exponent < 0 && Math.Abs(value) < 1e16)
            return double.IsInteger(value) ? shortest + ".0" : shortest;
        return exponent < 0 ? FormatLargeWhole(shortest) : FormatScientific(shortest.AsSpan(0, exponent), shortest.AsSpan(exponent + 1));
    }

    // The runtime writes 1e16 in full.
    private static string FormatLargeWhole(string whole)
    {
        var sign = whole[0] == '-' ? "-" : "";
        var digits = whole[sign.Length..];
        var significant = digits.TrimEnd('0');
        var fraction = significant.Length > 1 ? "." + significant[1..] : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e+{digits.Length - 1}");
    }

    // The runtime changes to an exponent earlier at both ends.
    private static string FormatScientific(ReadOnlySpan<char> mantissa, ReadOnlySpan<char> exponent)
    {
        var power = int.Parse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (power is < SmallestPlainExponent or > LargestPlainExponent)
            return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{power:+0;-0}");
        var sign = mantissa[0] == '-' ? "-" : "";
        var digits = mantissa[sign.Length..].ToString().Replace(".", "", StringComparison.Ordinal);
        return power < 0
            ? string.Concat(sign, "0.", new string('0', -power - 1), digits)
            : string.Concat(sign, digits.PadRight(power + 1, '0'), ".0");
    }
}
