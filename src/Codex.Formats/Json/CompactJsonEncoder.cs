using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Codex.Formats.Json;

/// <summary>
/// Escapes what serde_json escapes and nothing more: quote, backslash and controls below U+0020, the latter as
/// <c>\b \t \n \f \r</c> or lower-case <c>\u00xx</c>. Everything else, U+007F and astral characters included, stays as it is.
/// Ill-formed input becomes U+FFFD.
/// </summary>
public sealed class CompactJsonEncoder : JavaScriptEncoder
{
    private CompactJsonEncoder()
    {
    }

    /// <summary>The one encoder; it has no state.</summary>
    public static CompactJsonEncoder Instance { get; } = new();

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => JsonEscape.MaximumLength;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => JsonEscape.Needs(unicodeScalar);

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) =>
        FindFirst(new ReadOnlySpan<char>(text, textLength));

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        var escape = utf8Text.IndexOfAny(JsonEscape.Bytes);
        var clean = escape < 0 ? utf8Text : utf8Text[..escape];
        return Utf8.IsValid(clean) ? escape : FirstIllFormed(clean);
    }

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var destination = new Span<char>(buffer, bufferLength);
        if (JsonEscape.Needs(unicodeScalar))
            numberOfCharactersWritten = JsonEscape.TryWrite(unicodeScalar, destination);
        else if (!new Rune(unicodeScalar).TryEncodeToUtf16(destination, out numberOfCharactersWritten))
            numberOfCharactersWritten = 0;
        return numberOfCharactersWritten > 0;
    }

    /// <inheritdoc/>
    public override OperationStatus EncodeUtf8(
        ReadOnlySpan<byte> utf8Source, Span<byte> utf8Destination, out int bytesConsumed, out int bytesWritten, bool isFinalBlock = true)
    {
        bytesConsumed = 0;
        bytesWritten = 0;
        while (bytesConsumed < utf8Source.Length)
        {
            var source = utf8Source[bytesConsumed..];
            var run = FindFirstCharacterToEncodeUtf8(source);
            var status = CopyRun(run < 0 ? source : source[..run], utf8Destination, ref bytesConsumed, ref bytesWritten);
            if (status != OperationStatus.Done)
                return status;
            if (run < 0)
                break;
            status = EncodeOne(utf8Source[bytesConsumed..], utf8Destination[bytesWritten..], isFinalBlock, out var consumed, out var written);
            if (status != OperationStatus.Done)
                return status;
            bytesConsumed += consumed;
            bytesWritten += written;
        }

        return OperationStatus.Done;
    }

    /// <inheritdoc/>
    public override OperationStatus Encode(
        ReadOnlySpan<char> source, Span<char> destination, out int charsConsumed, out int charsWritten, bool isFinalBlock = true)
    {
        charsConsumed = 0;
        charsWritten = 0;
        while (charsConsumed < source.Length)
        {
            var rest = source[charsConsumed..];
            var run = FindFirst(rest);
            var status = CopyRun(run < 0 ? rest : rest[..run], destination, ref charsConsumed, ref charsWritten);
            if (status != OperationStatus.Done)
                return status;
            if (run < 0)
                break;
            status = EncodeOne(source[charsConsumed..], destination[charsWritten..], isFinalBlock, out var consumed, out var written);
            if (status != OperationStatus.Done)
                return status;
            charsConsumed += consumed;
            charsWritten += written;
        }

        return OperationStatus.Done;
    }

    private static OperationStatus CopyRun<T>(ReadOnlySpan<T> run, Span<T> destination, ref int consumed, ref int written)
    {
        if (!run.TryCopyTo(destination[written..]))
            return OperationStatus.DestinationTooSmall;
        consumed += run.Length;
        written += run.Length;
        return OperationStatus.Done;
    }

    private static OperationStatus EncodeOne(
        ReadOnlySpan<byte> source, Span<byte> destination, bool isFinalBlock, out int consumed, out int written)
    {
        written = 0;
        var status = Rune.DecodeFromUtf8(source, out var rune, out consumed);
        if (status == OperationStatus.NeedMoreData && !isFinalBlock)
            return status;
        if (JsonEscape.Needs(rune.Value))
            written = JsonEscape.TryWrite(rune.Value, destination);
        else if (!rune.TryEncodeToUtf8(destination, out written))
            written = 0;
        return written > 0 ? OperationStatus.Done : OperationStatus.DestinationTooSmall;
    }

    private static OperationStatus EncodeOne(
        ReadOnlySpan<char> source, Span<char> destination, bool isFinalBlock, out int consumed, out int written)
    {
        written = 0;
        var status = Rune.DecodeFromUtf16(source, out var rune, out consumed);
        if (status == OperationStatus.NeedMoreData && !isFinalBlock)
            return status;
        if (JsonEscape.Needs(rune.Value))
            written = JsonEscape.TryWrite(rune.Value, destination);
        else if (!rune.TryEncodeToUtf16(destination, out written))
            written = 0;
        return written > 0 ? OperationStatus.Done : OperationStatus.DestinationTooSmall;
    }

    private static int FindFirst(ReadOnlySpan<char> text)
    {
        var escape = text.IndexOfAny(JsonEscape.Chars);
        var loneSurrogate = FirstLoneSurrogate(escape < 0 ? text : text[..escape]);
        return loneSurrogate < 0 ? escape : loneSurrogate;
    }

    private static int FirstLoneSurrogate(ReadOnlySpan<char> text)
    {
        var position = 0;
        while (true)
        {
            var next = text[position..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0)
                return -1;
            position += next;
            if (position + 1 >= text.Length || !char.IsSurrogatePair(text[position], text[position + 1]))
                return position;
            position += 2;
        }
    }

    private static int FirstIllFormed(ReadOnlySpan<byte> text)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(text[position..], out _, out var length) == OperationStatus.Done)
            position += length;
        return position;
    }
}
