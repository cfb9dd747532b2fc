using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Codex.Formats.Patch.Text;

/// <summary>
/// A file that is no UTF-8 as a whole: lines that are UTF-8 are read so, the others as Windows-1252. New text follows what
/// the file mostly does: single bytes, unless some line has UTF-8 beyond ASCII.
/// </summary>
internal sealed class LegacyCoding : TextCoding
{
    // What 0x80 to 0x9F mean; the five unused codes stand for the control characters of the same number.
    private const string HighControls =
        "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
        + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    private readonly bool _writesUtf8;

    private LegacyCoding(bool writesUtf8) => _writesUtf8 = writesUtf8;

    internal static LegacyCoding For(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var line = TakeLine(ref bytes);
            if (!Ascii.IsValid(line) && Utf8.IsValid(line))
                return new LegacyCoding(writesUtf8: true);
        }

        return new LegacyCoding(writesUtf8: false);
    }

    internal override string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var line = TakeLine(ref bytes);
            if (Utf8.IsValid(line))
                text.Append(Encoding.UTF8.GetString(line));
            else
                AppendSingleBytes(text, line);
        }

        return text.ToString();
    }

    internal override int[] FindLines(ReadOnlySpan<byte> bytes) => FindByteLines(bytes, 0);

    internal override void Encode(ReadOnlySpan<char> text, IBufferWriter<byte> output)
    {
        if (_writesUtf8 || !TryEncodeSingleBytes(text, output))
            Encoding.UTF8.GetBytes(text, output);
    }

    private static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n') + 1;
        var line = end == 0 ? bytes : bytes[..end];
        bytes = bytes[line.Length..];
        return line;
    }

    private static void AppendSingleBytes(StringBuilder text, ReadOnlySpan<byte> line)
    {
        foreach (var value in line)
            text.Append(value is >= 0x80 and < 0xA0 ? HighControls[value - 0x80] : (char)value);
    }

    private static bool TryEncodeSingleBytes(ReadOnlySpan<char> text, IBufferWriter<byte> output)
    {
        var target = output.GetSpan(Math.Max(text.Length, 1));
        for (var index = 0; index < text.Length; index++)
        {
            var high = HighControls.IndexOf(text[index]);
            if (high < 0 && text[index] is >= '\u0100' or (>= '\u0080' and < '\u00a0'))
                return false;
            target[index] = high < 0 ? (byte)text[index] : (byte)(0x80 + high);
        }

        output.Advance(text.Length);
        return true;
    }
}
