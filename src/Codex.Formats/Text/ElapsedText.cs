using System.Globalization;

namespace Codex.Formats.Text;

/// <summary>How long something took, for people: <c>250ms</c>, <c>1.50s</c>, <c>1m 02s</c>, <c>60m 00s</c>.</summary>
public static class ElapsedText
{
    private const long MillisecondsPerMinute = 60_000;

    /// <summary>The text of a duration; parts of a millisecond are dropped.</summary>
    public static string Of(TimeSpan elapsed)
    {
        var milliseconds = (long)elapsed.TotalMilliseconds;
        return milliseconds switch
        {
            < 1000 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds}ms"),
            < MillisecondsPerMinute => Seconds(milliseconds),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{milliseconds / MillisecondsPerMinute}m {milliseconds % MillisecondsPerMinute / 1000:00}s"),
        };
    }

    // Rust rounds an exact tie (a multiple of 1/8 s) to the even digit, the runtime away from zero.
    private static string Seconds(long milliseconds)
    {
        var isTie = milliseconds % 125 == 0 && milliseconds % 10 == 5;
        var hundredths = milliseconds / 10;
        var shown = isTie ? (hundredths + (hundredths & 1)) / 100.0 : milliseconds / 1000.0;
        return shown.ToString("F2", CultureInfo.InvariantCulture) + "s";
    }
}
