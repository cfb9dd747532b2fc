using System.Buffers;

namespace Codex.Formats.Secrets;

/// <summary>The kinds of secrets that are known by how they look. Ordinary text must not look like one.</summary>
internal static class SecretShapes
{
    private const int ShortestHeader = 8;

    private static readonly SecretShape[] s_shapes =
    [
        new("sk-", SecretCharacters.Base64Url, 20) { Check = HasLongPart },
        new("sk_live_", SecretCharacters.Plain, 16),
        new("ghp_", SecretCharacters.Plain, 36),
        new("gho_", SecretCharacters.Plain, 36),
        new("ghu_", SecretCharacters.Plain, 36),
        new("ghs_", SecretCharacters.Plain, 36),
        new("ghr_", SecretCharacters.Plain, 36),
        new("github_pat_", SecretCharacters.Word, 22) { Check = HasDigit },
        new("glpat-", SecretCharacters.Base64Url, 20) { Check = HasDigit },
        new("npm_", SecretCharacters.Plain, 36, 36) { Check = HasDigit },
        new("xoxb-", SecretCharacters.Base64Url, 20) { Check = HasDigit },
        new("xoxp-", SecretCharacters.Base64Url, 20) { Check = HasDigit },
        new("AIza", SecretCharacters.Base64Url, 35, 35) { Check = HasDigit },
        new("AKIA", SecretCharacters.Upper, 16, 16),
        new("ASIA", SecretCharacters.Upper, 16, 16),
        new("eyJ", SecretCharacters.Dotted, 20) { Check = IsToken },
    ];

    private static readonly SearchValues<byte> s_first = SearchValues.Create("sgnxAebB-"u8);

    /// <summary>The next place at which a secret stands, or could stand once more is seen.</summary>
    /// <param name="data">The text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="previous">The character before the data.</param>
    /// <param name="isFinal">Whether nothing follows the data.</param>
    public static (int Position, SecretMatch Match) Find(ReadOnlySpan<byte> data, int start, byte previous, bool isFinal)
    {
        while (start < data.Length)
        {
            var next = data[start..].IndexOfAny(s_first);
            if (next < 0)
                break;
            start += next;
            var isInWord = data[start] is not (byte)'-' && SecretCharacters.Continues(start > 0 ? data[start - 1] : previous);
            if (!isInWord && At(data[start..], isFinal) is { Length: not 0 } match)
                return (start, match);
            start++;
        }

        return (int.MaxValue, SecretMatch.None);
    }

    private static SecretMatch At(ReadOnlySpan<byte> data, bool isFinal)
    {
        if (data[0] is (byte)'-')
            return KeyBlocks.Match(data, isFinal);
        if (data[0] is (byte)'b' or (byte)'B')
            return BearerTokens.Match(data, isFinal);
        foreach (var shape in s_shapes)
        {
            if (shape.Beginning[0] == data[0] && shape.Match(data, isFinal) is { Length: not 0 } match)
                return match;
        }

        return SecretMatch.None;
    }

    /// <summary>Names of style sheets begin alike, but consist of words.</summary>
    private static bool HasLongPart(ReadOnlySpan<byte> rest)
    {
        const int LongPart = 20;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'-');
            if ((end < 0 ? rest.Length : end) >= LongPart)
                return true;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return false;
    }

    private static bool HasDigit(ReadOnlySpan<byte> rest) => rest.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0;

    /// <summary>Header and content are JSON objects in base64: both begin with the same letters.</summary>
    private static bool IsToken(ReadOnlySpan<byte> rest)
    {
        var dot = rest.IndexOf((byte)'.');
        return dot >= ShortestHeader && rest[(dot + 1)..].StartsWith("eyJ"u8);
    }
}
