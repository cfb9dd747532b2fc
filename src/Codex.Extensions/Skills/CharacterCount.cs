namespace Codex.Extensions.Skills;

/// <summary>Counts characters as the original does: Unicode scalar values.</summary>
internal static class CharacterCount
{
    /// <summary>The characters of a text.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }
}
