namespace Codex.Formats.Patch.Matching;

/// <summary>What of a line counts in a pass.</summary>
internal static class LineForm
{
    internal static bool AreEqual(MatchPass pass, ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = Trim(pass, left);
        right = Trim(pass, right);
        if (pass != MatchPass.Typography)
            return left.SequenceEqual(right);
        if (left.Length != right.Length)
            return false;
        for (var index = 0; index < left.Length; index++)
        {
            if (left[index] != right[index] && ToAscii(left[index]) != ToAscii(right[index]))
                return false;
        }

        return true;
    }

    /// <summary>Equal lines have equal hashes.</summary>
    internal static int Hash(MatchPass pass, ReadOnlySpan<char> line)
    {
        line = Trim(pass, line);
        if (pass != MatchPass.Typography)
            return string.GetHashCode(line);
        var hash = default(HashCode);
        foreach (var character in line)
            hash.Add(ToAscii(character));
        return hash.ToHashCode();
    }

    private static ReadOnlySpan<char> Trim(MatchPass pass, ReadOnlySpan<char> line) => pass switch
    {
        MatchPass.Exact => line,
        MatchPass.TrailingSpace => line.TrimEnd(),
        _ => line.Trim(),
    };

    private static char ToAscii(char character) => character switch
    {
        < '\u0080' => character,
        >= '\u2010' and <= '\u2015' or '\u2212' => '-',
        >= '\u2018' and <= '\u201b' => '\'',
        >= '\u201c' and <= '\u201f' => '"',
        '\u00a0' or >= '\u2002' and <= '\u200a' or '\u202f' or '\u205f' or '\u3000' => ' ',
        _ => character,
    };
}
