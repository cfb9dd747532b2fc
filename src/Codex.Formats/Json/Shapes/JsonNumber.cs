using System.Globalization;

namespace Codex.Formats.Json.Shapes;

/// <summary>A number as serde_json sees it: without sign, negative, or floating point when it is neither or does not fit.</summary>
internal readonly record struct JsonNumber(ulong? Unsigned, long? Negative, double Float)
{
    public bool IsWhole => Unsigned is not null || Negative is not null;

    /// <summary>How error texts show it.</summary>
    public string Description
    {
        get
        {
            if (Unsigned is { } unsigned)
                return string.Create(CultureInfo.InvariantCulture, $"integer `{unsigned}`");
            return Negative is { } negative
                ? string.Create(CultureInfo.InvariantCulture, $"integer `{negative}`")
                : $"floating point `{JsonFloat.Format(Float)}`";
        }
    }

    /// <summary>Reads text that is already known to be a JSON number.</summary>
    public static JsonNumber Parse(ReadOnlySpan<byte> text)
    {
        var isPlain = !text.ContainsAny(".eE"u8);
        if (isPlain && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var unsigned))
            return new JsonNumber(unsigned, null, unsigned);
        if (isPlain && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var negative) && negative < 0)
            return new JsonNumber(null, negative, negative);
        return new JsonNumber(null, null, double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    public bool FitsIn(JsonShape.Whole range) =>
        Unsigned is { } unsigned ? unsigned <= range.Maximum : Negative is { } negative && negative >= range.Minimum;
}
