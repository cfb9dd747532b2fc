using System.Buffers;
using System.Buffers.Binary;

namespace Codex.Formats.Zstandard;

/// <summary>
/// Compresses bytes into one Zstandard frame (RFC 8878) that any decoder reads: matches over a window of 2 MiB, Huffman coded
/// literals, sequences by the predefined tables. The ratio is near that of the reference encoder's lower levels.
/// </summary>
public static class ZstandardEncoder
{
    private const int WindowLog = 21;
    private const int MaximumBlockBytes = 128 * 1024;
    private const int FrameHeaderBytes = 10;
    private const int BlockHeaderBytes = 3;

    private enum BlockKind
    {
        Raw = 0,
        Compressed = 2,
    }

    /// <summary>Compresses <paramref name="content"/> and appends the frame to <paramref name="output"/>.</summary>
    public static void Compress(ReadOnlySpan<byte> content, IBufferWriter<byte> output)
    {
        WriteFrameHeader(output, content.Length);
        using var matches = new MatchFinder(content.Length, 1 << WindowLog);
        var sequences = new SequenceCoder();
        var start = 0;
        do
        {
            var end = Math.Min(content.Length, start + MaximumBlockBytes);
            WriteBlock(content, start, end, matches, sequences, output);
            start = end;
        }
        while (start < content.Length);
    }

    private static void WriteFrameHeader(IBufferWriter<byte> output, int contentLength)
    {
        const byte FourByteContentSize = 2 << 6;
        var header = output.GetSpan(FrameHeaderBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0xFD2FB528);
        header[4] = FourByteContentSize;
        header[5] = (WindowLog - 10) << 3;
        BinaryPrimitives.WriteInt32LittleEndian(header[6..], contentLength);
        output.Advance(FrameHeaderBytes);
    }

    private static void WriteBlock(
        ReadOnlySpan<byte> content, int start, int end, MatchFinder matches, SequenceCoder sequences, IBufferWriter<byte> output)
    {
        var raw = content[start..end];
        var isLast = end == content.Length;
        var scratch = ArrayPool<byte>.Shared.Rent(raw.Length + 1024);
        matches.Find(content, start, end);
        var size = Compress(raw, matches, sequences, scratch.AsSpan(0, raw.Length));
        if (size > 0)
        {
            Write(output, BlockKind.Compressed, scratch.AsSpan(0, size), isLast);
        }
        else
        {
            // The decoder knows nothing of offsets in blocks that it did not decode.
            matches.ForgetLastBlock();
            Write(output, BlockKind.Raw, raw, isLast);
        }

        ArrayPool<byte>.Shared.Return(scratch);
    }

    /// <returns>Bytes written, or zero when the block does not get smaller.</returns>
    private static int Compress(ReadOnlySpan<byte> raw, MatchFinder matches, SequenceCoder sequences, Span<byte> target)
    {
        var literals = LiteralsSection.Write(matches.Literals, target);
        if (literals == 0)
            return 0;
        var size = sequences.Write(matches.Sequences, target[literals..]);
        return size == 0 || literals + size >= raw.Length ? 0 : literals + size;
    }

    private static void Write(IBufferWriter<byte> output, BlockKind kind, ReadOnlySpan<byte> block, bool isLast)
    {
        var header = (isLast ? 1 : 0) | ((int)kind << 1) | (block.Length << 3);
        var target = output.GetSpan(BlockHeaderBytes + block.Length);
        target[0] = (byte)header;
        target[1] = (byte)(header >> 8);
        target[2] = (byte)(header >> 16);
        block.CopyTo(target[BlockHeaderBytes..]);
        output.Advance(BlockHeaderBytes + block.Length);
    }
}
