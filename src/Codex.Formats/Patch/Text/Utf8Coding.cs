using System.Buffers;
using System.Text;

namespace Codex.Formats.Patch.Text;

/// <summary>UTF-8; bytes that are none read as U+FFFD.</summary>
internal sealed class Utf8Coding : TextCoding
{
    private readonly int _markLength;

    private Utf8Coding(int markLength) => _markLength = markLength;

    internal static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    internal static Utf8Coding WithoutMark { get; } = new(0);

    /// <summary>The mark is the first character of line 1.</summary>
    internal static Utf8Coding MarkIsText => WithoutMark;

    internal static Utf8Coding WithMark { get; } = new(3);

    internal override string Decode(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes[_markLength..]);

    internal override int[] FindLines(ReadOnlySpan<byte> bytes) => FindByteLines(bytes, _markLength);

    internal override void Encode(ReadOnlySpan<char> text, IBufferWriter<byte> output) => Encoding.UTF8.GetBytes(text, output);
}
