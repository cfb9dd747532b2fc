using System.Text;

namespace Codex.Exec.Prompts;

/// <summary>Turns the bytes of standard input into text: UTF-8, or UTF-16 with a byte order mark (<c>codex-rs/exec/src/lib.rs</c>).</summary>
internal static class PromptDecoder
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Utf32LittleMark => [0xFF, 0xFE, 0, 0];

    private static ReadOnlySpan<byte> Utf32BigMark => [0, 0, 0xFE, 0xFF];

    private static ReadOnlySpan<byte> Utf16LittleMark => [0xFF, 0xFE];

    private static ReadOnlySpan<byte> Utf16BigMark => [0xFE, 0xFF];

    /// <summary>The text without its byte order mark.</summary>
    /// <exception cref="ExecException">The bytes are in no encoding that is understood.</exception>
    public static string Decode(ReadOnlySpan<byte> input)
    {
        if (input.StartsWith(Utf8Mark))
            input = input[Utf8Mark.Length..];
        if (input.StartsWith(Utf32LittleMark))
            throw Unreadable("input appears to be UTF-32LE. Convert it to UTF-8 first.");
        if (input.StartsWith(Utf32BigMark))
            throw Unreadable("input appears to be UTF-32BE. Convert it to UTF-8 first.");
        if (input.StartsWith(Utf16LittleMark))
            return DecodeUtf16(input[2..], "UTF-16LE", bigEndian: false);
        if (input.StartsWith(Utf16BigMark))
            return DecodeUtf16(input[2..], "UTF-16BE", bigEndian: true);
        return DecodeUtf8(input);
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> input)
    {
        var offset = 0;
        while (offset < input.Length)
        {
            if (Rune.DecodeFromUtf8(input[offset..], out _, out var length) != System.Buffers.OperationStatus.Done)
                throw Unreadable($"input is not valid UTF-8 (invalid byte at offset {offset}). Convert it to UTF-8 first, for example with `iconv -t UTF-8`.");
            offset += length;
        }

        return Encoding.UTF8.GetString(input);
    }

    private static string DecodeUtf16(ReadOnlySpan<byte> input, string name, bool bigEndian)
    {
        try
        {
            return new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(input);
        }
        catch (DecoderFallbackException)
        {
            throw Unreadable($"input looked like {name} but could not be decoded. Convert it to UTF-8 first.");
        }
    }

    private static ExecException Unreadable(string reason) => new($"Failed to read prompt from stdin: {reason}");
}
