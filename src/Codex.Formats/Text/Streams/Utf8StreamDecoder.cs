using System.Text;

namespace Codex.Formats.Text.Streams;

/// <summary>
/// Decodes UTF-8 that arrives in pieces: a character split between pieces comes out whole with the later one,
/// ill-formed bytes become U+FFFD. One instance a stream.
/// </summary>
public sealed class Utf8StreamDecoder
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    /// <summary>The text that the next piece completes.</summary>
    public string Push(ReadOnlySpan<byte> piece) => Decode(piece, flush: false);

    /// <summary>What remains at the end of the stream: U+FFFD for a character that never became whole. The decoder can be used again.</summary>
    public string Finish() => Decode([], flush: true);

    private string Decode(ReadOnlySpan<byte> piece, bool flush)
    {
        var length = _decoder.GetCharCount(piece, flush);
        if (length == 0 && piece.IsEmpty)
        {
            _decoder.Reset();
            return "";
        }

        var text = length <= 256 ? stackalloc char[length] : new char[length];
        _decoder.GetChars(piece, text, flush);
        return text.ToString();
    }
}
