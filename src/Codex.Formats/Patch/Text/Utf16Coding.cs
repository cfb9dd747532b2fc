using System.Buffers;
using System.Text;

namespace Codex.Formats.Patch.Text;

/// <summary>UTF-16 in either byte order, told by its mark or by where its zero bytes stand.</summary>
internal sealed class Utf16Coding(bool bigEndian, int markLength) : TextCoding
{
    private const int SampleBytes = 4096;

    private readonly UnicodeEncoding _encoding = new(bigEndian, byteOrderMark: false);

    internal static Utf16Coding? TryDetect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2 || bytes.Length % 2 != 0)
            return null;
        return (bytes[0], bytes[1]) switch
        {
            (0xFF, 0xFE) => new Utf16Coding(bigEndian: false, markLength: 2),
            (0xFE, 0xFF) => new Utf16Coding(bigEndian: true, markLength: 2),
            _ => DetectUnmarked(bytes[..Math.Min(bytes.Length, SampleBytes)]),
        };
    }

    internal override string Decode(ReadOnlySpan<byte> bytes) => _encoding.GetString(bytes[markLength..]);

    internal override int[] FindLines(ReadOnlySpan<byte> bytes)
    {
        List<int> starts = [markLength];
        for (var index = markLength; index < bytes.Length; index += 2)
        {
            if (IsLineFeed(bytes, index))
                starts.Add(index + 2);
        }

        if (starts[^1] != bytes.Length)
            starts.Add(bytes.Length);
        return [.. starts];
    }

    internal override void Encode(ReadOnlySpan<char> text, IBufferWriter<byte> output) => _encoding.GetBytes(text, output);

    private bool IsLineFeed(ReadOnlySpan<byte> bytes, int index) =>
        bigEndian ? bytes[index] == 0 && bytes[index + 1] == '\n' : bytes[index] == '\n' && bytes[index + 1] == 0;

    // Text without a zero byte has no UTF-16 form that a Western reader would write; one in which every second byte is
    // mostly zero and the others never are is nothing else.
    private static Utf16Coding? DetectUnmarked(ReadOnlySpan<byte> sample)
    {
        int evenZeros = 0, oddZeros = 0;
        for (var index = 0; index + 1 < sample.Length; index += 2)
        {
            evenZeros += sample[index] == 0 ? 1 : 0;
            oddZeros += sample[index + 1] == 0 ? 1 : 0;
        }

        var half = sample.Length / 4;
        if (evenZeros == 0 && oddZeros > half)
            return new Utf16Coding(bigEndian: false, markLength: 0);
        return oddZeros == 0 && evenZeros > half ? new Utf16Coding(bigEndian: true, markLength: 0) : null;
    }
}
