using System.Buffers.Binary;

namespace Codex.Formats.Zstandard;

/// <summary>Writes the literals of a block: Huffman coded when that is smaller, else as they are.</summary>
internal static class LiteralsSection
{
    private const int SmallestWorthCoding = 64;
    private const int MaximumSingleStream = 1023;
    private const int LargestHeader = 5;
    private const int JumpTableBytes = 6;

    private enum Kind
    {
        Raw = 0,
        Run = 1,
        Compressed = 2,
    }

    /// <returns>Bytes written, or zero when they do not fit.</returns>
    public static int Write(ReadOnlySpan<byte> literals, Span<byte> target)
    {
        if (literals.Length > 4 && literals.IndexOfAnyExcept(literals[0]) < 0)
            return WritePlain(Kind.Run, literals[..1], literals.Length, target);
        if (literals.Length >= SmallestWorthCoding && WriteCoded(literals, target) is > 0 and var size)
            return size;
        return WritePlain(Kind.Raw, literals, literals.Length, target);
    }

    private static int WritePlain(Kind kind, ReadOnlySpan<byte> bytes, int count, Span<byte> target)
    {
        if (bytes.Length + 3 > target.Length)
            return 0;
        var (header, size) = count switch
        {
            < 32 => ((int)kind | (count << 3), 1),
            < 4096 => ((int)kind | (1 << 2) | (count << 4), 2),
            _ => ((int)kind | (3 << 2) | (count << 4), 3),
        };
        for (var index = 0; index < size; index++)
            target[index] = (byte)(header >> (8 * index));
        bytes.CopyTo(target[size..]);
        return size + bytes.Length;
    }

    private static int WriteCoded(ReadOnlySpan<byte> literals, Span<byte> target)
    {
        if (target.Length < literals.Length / 8)
            return 0;
        var code = HuffmanCode.Of(literals);
        Span<byte> description = stackalloc byte[192];
        var described = HuffmanHeader.Write(code, description);
        if (described == 0 || LargestHeader + described + JumpTableBytes >= target.Length)
            return 0;
        var header = HeaderBytes(literals.Length);
        description[..described].CopyTo(target[header..]);
        var body = target[(header + described)..];
        var encoded = literals.Length <= MaximumSingleStream ? code.Encode(literals, body) : EncodeFour(code, literals, body);
        if (encoded == 0 || header + described + encoded >= literals.Length)
            return 0;
        WriteHeader(literals.Length, described + encoded, target);
        return header + described + encoded;
    }

    private static int EncodeFour(HuffmanCode code, ReadOnlySpan<byte> literals, Span<byte> target)
    {
        var quarter = (literals.Length + 3) / 4;
        var written = JumpTableBytes;
        for (var stream = 0; stream < 4; stream++)
        {
            var part = stream < 3 ? literals.Slice(stream * quarter, quarter) : literals[(3 * quarter)..];
            var size = code.Encode(part, target[written..]);
            if (size is 0 or > ushort.MaxValue)
                return 0;
            if (stream < 3)
                BinaryPrimitives.WriteUInt16LittleEndian(target[(stream * 2)..], (ushort)size);
            written += size;
        }

        return written;
    }

    private static int HeaderBytes(int count) => count switch
    {
        < 1024 => 3,
        < 16 * 1024 => 4,
        _ => 5,
    };

    private static void WriteHeader(int count, int size, Span<byte> target)
    {
        var (format, bits) = count switch
        {
            <= MaximumSingleStream => (0, 10),
            < 16 * 1024 => (2, 14),
            _ => (3, 18),
        };
        var header = (ulong)Kind.Compressed | ((ulong)format << 2) | ((ulong)count << 4) | ((ulong)size << (4 + bits));
        for (var index = 0; index < HeaderBytes(count); index++)
            target[index] = (byte)(header >> (8 * index));
    }
}
