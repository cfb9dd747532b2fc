using System.Globalization;

namespace Codex.Formats.Toml;

/// <summary>One of the four date and time types; which one follows from the parts that are set.</summary>
public sealed class TomlDateTime : TomlValue
{
    /// <summary>The date, or null for a local time.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Hour, minute and second of the time, or null for a local date. The second may be 60.</summary>
    public (int Hour, int Minute, int Second)? Time { get; init; }

    /// <summary>Nanoseconds of the time.</summary>
    public int Nanoseconds { get; init; }

    /// <summary>Offset from UTC in minutes, or null for a local value.</summary>
    public int? OffsetMinutes { get; init; }

    /// <summary>The year 0000, which <see cref="DateOnly"/> cannot hold; <see cref="Date"/> then has the year 4.</summary>
    public bool IsYearZero { get; init; }

    /// <inheritdoc/>
    public override string TypeName => "datetime";

    /// <summary>The value in RFC 3339 form with <c>T</c>, and <c>Z</c> for offset zero.</summary>
    public override string ToString() => DateText() + (Date is not null && Time is not null ? "T" : "") + TimeText() + OffsetText();

    private string DateText() => Date is not { } date ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{(IsYearZero ? 0 : date.Year):D4}-{date.Month:D2}-{date.Day:D2}");

    private string TimeText()
    {
        if (Time is not var (hour, minute, second))
            return "";
        var text = string.Create(CultureInfo.InvariantCulture, $"{hour:D2}:{minute:D2}:{second:D2}");
        return Nanoseconds == 0
            ? text
            : text + "." + Nanoseconds.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
    }

    private string OffsetText() => OffsetMinutes switch
    {
        null => "",
        0 => "Z",
        { } minutes => string.Create(
            CultureInfo.InvariantCulture, $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60:D2}:{Math.Abs(minutes) % 60:D2}"),
    };
}
