using Codex.Formats.Patch.Text;

namespace Codex.Formats.Patch.Matching;

/// <summary>
/// Finds runs of lines in a file, pass after pass. Finding chunk after chunk costs time in the length of the file and not
/// in its product with the number of chunks: a pass reads on from the last place until it misses once, then it has an index.
/// </summary>
internal sealed class LineSeeker(TextLines lines)
{
    private const int Passes = (int)MatchPass.Typography + 1;

    private readonly LineIndex?[] _indexes = new LineIndex?[Passes];
    private readonly bool[] _missed = new bool[Passes];

    /// <summary>The first place from <paramref name="start"/> on where the lines stand, or -1.</summary>
    internal int Find(ReadOnlySpan<string> pattern, int start)
    {
        if (pattern.IsEmpty)
            return start;
        for (var pass = MatchPass.Exact; pass <= MatchPass.Typography; pass++)
        {
            var place = Find(pass, pattern, start);
            if (place >= 0)
                return place;
        }

        return -1;
    }

    /// <summary>The place where the lines are the last of the file, or -1.</summary>
    internal int FindAtEnd(ReadOnlySpan<string> pattern)
    {
        var place = lines.Count - pattern.Length;
        for (var pass = MatchPass.Exact; pass <= MatchPass.Typography && place >= 0; pass++)
        {
            if (StandsAt(lines, pass, pattern, place))
                return place;
        }

        return -1;
    }

    internal static bool StandsAt(TextLines lines, MatchPass pass, ReadOnlySpan<string> pattern, int place)
    {
        for (var index = 0; index < pattern.Length; index++)
        {
            if (!LineForm.AreEqual(pass, lines[place + index], pattern[index]))
                return false;
        }

        return true;
    }

    private int Find(MatchPass pass, ReadOnlySpan<string> pattern, int start)
    {
        if (_missed[(int)pass])
            return (_indexes[(int)pass] ??= new LineIndex(pass, lines)).Find(pattern, start);
        for (var place = start; place + pattern.Length <= lines.Count; place++)
        {
            if (StandsAt(lines, pass, pattern, place))
                return place;
        }

        _missed[(int)pass] = true;
        return -1;
    }
}
