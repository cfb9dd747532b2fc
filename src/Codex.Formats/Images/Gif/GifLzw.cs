namespace Codex.Formats.Images.Gif;

/// <summary>The compression of GIF frames: codes of growing width for sequences seen before.</summary>
internal sealed class GifLzw
{
    private const int MaximumCodes = 4096;

    private readonly int minimumWidth;
    private readonly int clearCode;
    private readonly short[] prefixes = new short[MaximumCodes];
    private readonly byte[] suffixes = new byte[MaximumCodes];
    private readonly byte[] pending = new byte[MaximumCodes + 1];
    private byte[] block = [];
    private int blockPosition;
    private int pendingCount;
    private int bits;
    private int bitCount;
    private int width;
    private int next;
    private int previous = -1;
    private byte firstOfPrevious;

    /// <summary>Prepares to read a frame.</summary>
    /// <param name="minimumWidth">Bits of an index, as the frame says.</param>
    public GifLzw(int minimumWidth)
    {
        if (minimumWidth is < 1 or > 11)
            throw ImageException.Malformed(ImageFormat.Gif, "invalid minimal code size");
        this.minimumWidth = minimumWidth;
        clearCode = 1 << minimumWidth;
        Clear();
    }

    /// <summary>Fills a row with indexes.</summary>
    public void ReadRow(ref GifReader reader, Span<byte> row)
    {
        for (var x = 0; x < row.Length; x++)
        {
            while (pendingCount == 0)
                Expand(NextCode(ref reader));
            row[x] = pending[--pendingCount];
        }
    }

    private int NextCode(ref GifReader reader)
    {
        while (bitCount < width)
        {
            if (blockPosition == block.Length)
                NextBlock(ref reader);
            bits |= block[blockPosition++] << bitCount;
            bitCount += 8;
        }

        var code = bits & ((1 << width) - 1);
        bits >>= width;
        bitCount -= width;
        return code;
    }

    private void NextBlock(ref GifReader reader)
    {
        block = reader.TakeBlock().ToArray();
        blockPosition = 0;
        if (block.Length == 0)
            throw ImageException.Malformed(ImageFormat.Gif, "image truncated");
    }

    private void Expand(int code)
    {
        if (code == clearCode)
        {
            Clear();
            return;
        }

        if (code == clearCode + 1)
            throw ImageException.Malformed(ImageFormat.Gif, "image truncated");
        if (code > next || (code == next && previous < 0))
            throw ImageException.Malformed(ImageFormat.Gif, "invalid code in LZW stream");
        var first = Push(code);
        Learn(first);
        previous = code;
        firstOfPrevious = first;
    }

    // Leaves the sequence of a code in `pending`, last index first.
    private byte Push(int code)
    {
        if (code == next)
        {
            pending[pendingCount++] = firstOfPrevious;
            code = previous;
        }

        while (code > clearCode)
        {
            pending[pendingCount++] = suffixes[code];
            code = prefixes[code];
        }

        pending[pendingCount++] = (byte)code;
        return (byte)code;
    }

    private void Learn(byte first)
    {
        if (previous < 0 || next >= MaximumCodes)
            return;
        prefixes[next] = (short)previous;
        suffixes[next] = first;
        next++;
        if (next == 1 << width && width < 12)
            width++;
    }

    private void Clear()
    {
        width = minimumWidth + 1;
        next = clearCode + 2;
        previous = -1;
    }
}
