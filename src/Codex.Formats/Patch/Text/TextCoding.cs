using System.Buffers;

namespace Codex.Formats.Patch.Text;

/// <summary>How the bytes of a file mean text.</summary>
internal abstract class TextCoding
{
    /// <summary>The codings a file may have, the likeliest first; there is always one.</summary>
    internal static IEnumerable<TextCoding> Detect(ReadOnlySpan<byte> bytes)
    {
        if (Utf16Coding.TryDetect(bytes) is { } utf16)
            return [utf16];
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
            return [LegacyCoding.For(bytes), Utf8Coding.WithoutMark];
        return bytes.StartsWith(Utf8Coding.Mark) ? [Utf8Coding.MarkIsText, Utf8Coding.WithMark] : [Utf8Coding.WithoutMark];
    }

    /// <summary>The text after the byte order mark; as many line feeds as <see cref="FindLines"/> finds.</summary>
    internal abstract string Decode(ReadOnlySpan<byte> bytes);

    /// <summary>Where each line begins, and where the last one ends. The first begins after the byte order mark.</summary>
    internal abstract int[] FindLines(ReadOnlySpan<byte> bytes);

    /// <summary>Writes text as the file has it.</summary>
    internal abstract void Encode(ReadOnlySpan<char> text, IBufferWriter<byte> output);

    /// <summary>Line starts where the line feed is the byte 0x0A and nothing else is.</summary>
    protected static int[] FindByteLines(ReadOnlySpan<byte> bytes, int first)
    {
        var text = bytes[first..];
        var starts = new int[text.Count((byte)'\n') + (text.IsEmpty || text[^1] == '\n' ? 1 : 2)];
        starts[0] = first;
        for (var line = 1; line < starts.Length; line++)
        {
            var feed = bytes[starts[line - 1]..].IndexOf((byte)'\n');
            starts[line] = feed < 0 ? bytes.Length : starts[line - 1] + feed + 1;
        }

        return starts;
    }
}
