using System.Text;

namespace Codex.Backend.Responses;

/// <summary>Shortens an answer that is no explanation, such as a whole page of HTML.</summary>
internal static class ShortText
{
    private const int MaximumBytes = 1000;

    /// <summary>The first 1000 bytes, cut between characters, with an ellipsis.</summary>
    public static string Cut(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= MaximumBytes)
            return text;
        var bytes = 0;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaximumBytes)
                break;
            length += rune.Utf16SequenceLength;
        }

        return string.Concat(text.AsSpan(0, length), "...");
    }
}
