using System.Globalization;

namespace Codex.Cli.Commands;

/// <summary>Checks of values that must be whole numbers, with the messages of the original.</summary>
internal static class NumberCheck
{
    private const string Invalid = "invalid digit found in string";

    /// <summary>Why a text is no unsigned number of 64 bits; null when it is one.</summary>
    public static string? UnsignedLong(string text)
    {
        if (text.Length == 0)
            return "cannot parse integer from empty string";
        if (ulong.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) && text[0] != '-')
            return null;
        return text.AsSpan().TrimStart('+').ContainsAnyExceptInRange('0', '9') ? Invalid : "number too large to fit in target type";
    }

    /// <summary>Why a text is no port; null when it is one.</summary>
    public static string? Port(string text)
    {
        if (text.Length == 0)
            return "cannot parse integer from empty string";
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var port))
            return Invalid;
        return port is >= 0 and <= ushort.MaxValue ? null : $"{port} is not in 0..=65535";
    }

    /// <summary>Why a text is no number between 1 and a limit; null when it is one.</summary>
    /// <param name="text">The value.</param>
    /// <param name="what">What is counted, for the message.</param>
    /// <param name="limit">The largest number.</param>
    public static string? Between1And(string text, string what, int limit)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return $"{what} must be an integer between 1 and {limit}";
        return number >= 1 && number <= limit ? null : $"{what} must be between 1 and {limit}";
    }
}
