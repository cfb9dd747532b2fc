using System.Security.Cryptography;
using System.Text;

namespace Codex.Backend.Replay;

/// <summary>Takes out of a tool's output what changes from run to run: times, random ids and the directory it ran in.</summary>
/// <param name="places">Directories and the names that stand for them; longer ones first.</param>
/// <param name="secrets">Texts that must not reach a cassette.</param>
internal sealed class OutputNormalizer(IReadOnlyList<KeyValuePair<string, string>> places, IReadOnlyList<string> secrets)
{
    private const int LongestText = 2000;
    private const string Varying = "#";

    /// <summary>The output as a cassette holds it; a long one becomes its SHA-256.</summary>
    public string Normalize(string output)
    {
        var text = Redact(output);
        foreach (var (place, name) in places)
            text = text.Replace(place, name, StringComparison.Ordinal);
        text = Blank(text, "Chunk ID: ", "\n");
        text = Blank(text, "Wall time: ", " seconds");
        text = Blank(text, "with session ID ", "\n");
        return text.Length <= LongestText ? text : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The text without the secrets.</summary>
    public string Redact(string text)
    {
        foreach (var secret in secrets)
            text = text.Replace(secret, "[redacted]", StringComparison.Ordinal);
        return text;
    }

    // Only in the header that the tools write, which ends with the line "Output:".
    private static string Blank(string text, string before, string after)
    {
        var header = text.IndexOf("Output:\n", StringComparison.Ordinal);
        var start = text.IndexOf(before, StringComparison.Ordinal);
        if (start < 0 || start > header)
            return text;
        start += before.Length;
        var end = text.IndexOf(after, start, StringComparison.Ordinal);
        return end < 0 ? text : string.Concat(text.AsSpan(0, start), Varying, text.AsSpan(end));
    }
}
