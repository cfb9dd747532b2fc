namespace Codex.Execution.Policy;

/// <summary>The forms of numbers and of line ranges in arguments.</summary>
internal static class LineRanges
{
    /// <summary>Whether the text has nothing but digits; true for an empty one, as in the original.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether a sed script prints lines by number: <c>5p</c> or <c>5,9p</c>.</summary>
    public static bool IsPrintScript(string? script)
    {
        if (script is not [.. var range, 'p'])
        {
            return false;
        }

        var comma = range.IndexOf(',', StringComparison.Ordinal);
        return comma < 0 ? IsCount(range) : IsCount(range.AsSpan(0, comma)) && IsCount(range.AsSpan(comma + 1));
    }

    private static bool IsCount(ReadOnlySpan<char> text) => text.Length > 0 && IsNumber(text);
}
