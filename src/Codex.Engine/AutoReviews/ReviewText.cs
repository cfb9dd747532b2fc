using System.Text;
using Codex.Formats.Text;

namespace Codex.Engine.AutoReviews;

/// <summary>Makes texts of others fit to be shown to a reviewer: of a bounded length, and unable to pass for a marker.</summary>
internal static class ReviewText
{
    private const string Marker = ">>>";

    /// <summary>The text, at most so many tokens long: the middle of a longer one is left out.</summary>
    public static string Shorten(string text, int tokens)
    {
        var room = tokens * TokenEstimate.BytesPerToken;
        var length = Encoding.UTF8.GetByteCount(text);
        if (length <= room)
            return text;
        var gap = $"<truncated omitted_approx_tokens=\"{TokenEstimate.OfBytes(length - room)}\" />";
        if (room <= gap.Length)
            return gap;
        var bytes = Encoding.UTF8.GetBytes(text).AsSpan();
        var front = (room - gap.Length) / 2;
        var back = room - gap.Length - front;
        return $"{Encoding.UTF8.GetString(bytes[..Boundary(bytes, front, step: -1)])}{gap}{Encoding.UTF8.GetString(bytes[Boundary(bytes, bytes.Length - back, step: 1)..])}";
    }

    /// <summary>The text without lines that begin like the markers around it.</summary>
    public static string Defuse(string text)
    {
        if (!text.Contains(Marker, StringComparison.Ordinal))
            return text;
        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].AsSpan().TrimStart().StartsWith(Marker, StringComparison.Ordinal))
                lines[index] = "| " + lines[index];
        }

        return string.Join('\n', lines);
    }

    // Where a character begins, at the index or from there on.
    private static int Boundary(ReadOnlySpan<byte> bytes, int index, int step)
    {
        while (index > 0 && index < bytes.Length && (bytes[index] & 0xC0) == 0x80)
            index += step;
        return index;
    }
}
