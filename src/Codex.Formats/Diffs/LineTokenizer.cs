using System.Runtime.InteropServices;

namespace Codex.Formats.Diffs;

/// <summary>Cuts text into lines with their ends: line feed, carriage return, or both.</summary>
internal static class LineTokenizer
{
    internal static List<ReadOnlyMemory<char>> Split(string text)
    {
        List<ReadOnlyMemory<char>> lines = [];
        for (var start = 0; start < text.Length;)
        {
            var length = LengthOfFirst(text.AsSpan(start));
            lines.Add(text.AsMemory(start, length));
            start += length;
        }

        return lines;
    }

    /// <summary>Numbers the lines of both texts so that equal lines have equal numbers.</summary>
    internal static (int[] Old, int[] New) Number(List<ReadOnlyMemory<char>> oldLines, List<ReadOnlyMemory<char>> newLines)
    {
        var known = new Dictionary<ReadOnlyMemory<char>, int>(oldLines.Count, LineComparer.Instance);
        return (Number(oldLines, known), Number(newLines, known));
    }

    private static int[] Number(List<ReadOnlyMemory<char>> lines, Dictionary<ReadOnlyMemory<char>, int> known)
    {
        var numbers = new int[lines.Count];
        for (var line = 0; line < numbers.Length; line++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, lines[line], out var exists);
            if (!exists)
                number = known.Count;
            numbers[line] = number;
        }

        return numbers;
    }

    private static int LengthOfFirst(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('\n', '\r');
        if (end < 0)
            return text.Length;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }
}
