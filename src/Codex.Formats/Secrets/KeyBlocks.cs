namespace Codex.Formats.Secrets;

/// <summary>Private keys between lines of dashes.</summary>
internal static class KeyBlocks
{
    private const int LongestTitle = 40;

    /// <summary>As much of a block that goes on has to be seen again with what follows, to find its last line.</summary>
    public const int LongestEnd = 64;

    /// <summary>Compares with what stands at the start of the data: the first line of a block.</summary>
    public static SecretMatch Match(ReadOnlySpan<byte> data, bool isFinal)
    {
        var beginning = "-----BEGIN "u8;
        if (data.Length < beginning.Length)
            return !isFinal && beginning.StartsWith(data) ? SecretMatch.Undecided : SecretMatch.None;
        if (!data.StartsWith(beginning))
            return SecretMatch.None;
        var title = data[beginning.Length..];
        var end = title[..Math.Min(title.Length, LongestTitle + "-----"u8.Length)].IndexOf("-----"u8);
        if (end < 0)
            return !isFinal && title.Length < LongestTitle + "-----"u8.Length ? SecretMatch.Undecided : SecretMatch.None;
        if (!title[..end].EndsWith("PRIVATE KEY"u8) && !title[..end].EndsWith("PRIVATE KEY BLOCK"u8))
            return SecretMatch.None;
        return new SecretMatch(0, beginning.Length + end + "-----"u8.Length, SecretCharacters.KeyBlock);
    }

    /// <summary>How much of what follows the first line belongs to the block, and whether its end has been seen.</summary>
    public static (int Length, bool IsComplete) LengthOfRest(ReadOnlySpan<byte> data)
    {
        var foreign = data.IndexOfAnyExcept(SecretCharacters.KeyBlock);
        var block = foreign < 0 ? data : data[..foreign];
        if (block.IndexOf("-----END "u8) is >= 0 and var last)
        {
            var tail = last + "-----END "u8.Length;
            if (block[tail..].IndexOf("-----"u8) is >= 0 and var close)
                return (tail + close + "-----"u8.Length, true);
        }

        return (block.Length, foreign >= 0);
    }
}
