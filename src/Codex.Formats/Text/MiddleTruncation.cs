using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Codex.Formats.Text;

/// <summary>
/// Cuts the middle out of a text that is too long and says how much is gone: <c>…12 tokens truncated…</c> under a token
/// policy, <c>…48 chars truncated…</c> under a byte policy. The budget is split in halves, the odd byte goes to the tail,
/// and characters are never split (upstream: utils/string/src/truncate.rs).
/// </summary>
public static class MiddleTruncation
{
    /// <summary>The text, cut when its UTF-8 is longer than the policy allows. The marker comes on top of the budget.</summary>
    public static string Truncate(string text, TruncationPolicy policy) => Cut(text, policy, countLines: false);

    /// <summary>The same, with the line <c>Total output lines: N</c> and an empty line before a text that was cut.</summary>
    public static string TruncateWithLineCount(string text, TruncationPolicy policy) => Cut(text, policy, countLines: true);

    /// <summary>
    /// <see cref="TruncateWithLineCount(string, TruncationPolicy)"/> of raw output. Ill-formed UTF-8 reads as U+FFFD and counts
    /// as such; only what is kept is decoded.
    /// </summary>
    public static string TruncateWithLineCount(ReadOnlySpan<byte> utf8, TruncationPolicy policy)
    {
        if (!Utf8.IsValid(utf8))
            return TruncateWithLineCount(Encoding.UTF8.GetString(utf8), policy);
        return utf8.Length <= policy.ByteLimit ? Encoding.UTF8.GetString(utf8) : Cut(utf8, policy, countLines: true);
    }

    private static string Cut(string text, TruncationPolicy policy, bool countLines)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (length <= policy.ByteLimit)
            return text;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Encoding.UTF8.GetBytes(text, buffer);
            return Cut(buffer.AsSpan(0, length), policy, countLines);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Cut(ReadOnlySpan<byte> utf8, TruncationPolicy policy, bool countLines)
    {
        var budget = (int)policy.ByteLimit;
        var headEnd = BoundaryAtOrBefore(utf8, budget / 2);
        var tailStart = BoundaryAtOrAfter(utf8, utf8.Length - (budget - (budget / 2)));
        var result = new StringBuilder(budget + 64);
        if (countLines)
            result.Append(CultureInfo.InvariantCulture, $"Total output lines: {LineCount.Of(utf8)}\n\n");
        AppendText(result, utf8[..headEnd]);
        if (policy.Unit == TruncationUnit.Tokens)
            result.Append(CultureInfo.InvariantCulture, $"…{TokenEstimate.OfBytes(utf8.Length - budget)} tokens truncated…");
        else
            result.Append(CultureInfo.InvariantCulture, $"…{CharacterCount(utf8[headEnd..tailStart])} chars truncated…");
        AppendText(result, utf8[tailStart..]);
        return result.ToString();
    }

    private static void AppendText(StringBuilder result, ReadOnlySpan<byte> utf8)
    {
        if (!utf8.IsEmpty)
            result.Append(Encoding.UTF8.GetString(utf8));
    }

    private static int BoundaryAtOrBefore(ReadOnlySpan<byte> utf8, int position)
    {
        while (position > 0 && IsContinuation(utf8[position]))
            position--;
        return position;
    }

    private static int BoundaryAtOrAfter(ReadOnlySpan<byte> utf8, int position)
    {
        while (position < utf8.Length && IsContinuation(utf8[position]))
            position++;
        return position;
    }

    private static int CharacterCount(ReadOnlySpan<byte> utf8) => utf8.Length - ContinuationCount(utf8);

    private static int ContinuationCount(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var unit in utf8)
            count += IsContinuation(unit) ? 1 : 0;
        return count;
    }

    private static bool IsContinuation(byte unit) => (unit & 0xC0) == 0x80;
}
