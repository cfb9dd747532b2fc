using System.Globalization;

namespace Codex.Backend.Responses;

/// <summary>Finds <c>try again in 1.5s</c>, <c>700ms</c> or <c>2 seconds</c> in a rate-limit message.</summary>
internal static class RetryHint
{
    private const string Phrase = "try again in";

    /// <summary>The wait that the message asks for, or null.</summary>
    public static TimeSpan? Find(string? message)
    {
        var text = message.AsSpan();
        while (text.IndexOf(Phrase, StringComparison.OrdinalIgnoreCase) is var index and >= 0)
        {
            text = text[(index + Phrase.Length)..];
            if (Parse(text.TrimStart()) is { } wait)
                return wait;
        }

        return null;
    }

    private static TimeSpan? Parse(ReadOnlySpan<char> text)
    {
        var length = NumberLength(text);
        if (length == 0)
            return null;
        var value = double.Parse(text[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var unit = text[length..].TrimStart();
        if (unit.StartsWith("ms", StringComparison.OrdinalIgnoreCase))
            return Wait(Math.Floor(value), TimeSpan.TicksPerMillisecond);
        return unit.StartsWith("s", StringComparison.OrdinalIgnoreCase) ? Wait(value, TimeSpan.TicksPerSecond) : null;
    }

    // A wait of more than a day is a broken message; it must not overflow either.
    private static TimeSpan Wait(double value, long ticks) =>
        new((long)Math.Min(value * ticks, TimeSpan.TicksPerDay));

    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var digits = DigitCount(text);
        if (digits == 0 || digits == text.Length || text[digits] != '.')
            return digits;
        var fraction = DigitCount(text[(digits + 1)..]);
        return fraction == 0 ? digits : digits + 1 + fraction;
    }

    private static int DigitCount(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
