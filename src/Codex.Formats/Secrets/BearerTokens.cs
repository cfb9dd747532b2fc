using System.Text;

namespace Codex.Formats.Secrets;

/// <summary>The value of an authorization header: what follows the word stays secret, the word is kept.</summary>
internal static class BearerTokens
{
    private const int Shortest = 16;

    /// <summary>Compares with what stands at the start of the data.</summary>
    public static SecretMatch Match(ReadOnlySpan<byte> data, bool isFinal)
    {
        var word = "bearer "u8;
        if (data.Length < word.Length)
            return !isFinal && Ascii.EqualsIgnoreCase(data, word[..data.Length]) ? SecretMatch.Undecided : SecretMatch.None;
        if (!Ascii.EqualsIgnoreCase(data[..word.Length], word))
            return SecretMatch.None;
        var rest = data[word.Length..];
        var seen = rest[..Math.Min(rest.Length, SecretShape.Enough)];
        var end = seen.IndexOfAnyExcept(SecretCharacters.Credential);
        if (end < 0 && !isFinal && seen.Length < SecretShape.Enough)
            return SecretMatch.Undecided;
        var token = end < 0 ? seen : seen[..end];
        // Words of a sentence have no digits.
        return token.Length >= Shortest && token.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0
            ? new SecretMatch(word.Length, word.Length + token.Length, end < 0 ? SecretCharacters.Credential : null)
            : SecretMatch.None;
    }
}
