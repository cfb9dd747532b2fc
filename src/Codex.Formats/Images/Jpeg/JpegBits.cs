namespace Codex.Formats.Images.Jpeg;

/// <summary>
/// Reads the bits of a scan. At a marker or the end of the file it yields zeros and, once those are used, is exhausted: a picture
/// that is cut off is shown as far as it goes, as the original and every viewer does.
/// </summary>
internal ref struct JpegBits(ReadOnlySpan<byte> data, int position)
{
    private readonly ReadOnlySpan<byte> data = data;
    private ulong buffer;
    private int count;
    private int padding;
    private bool isBroken;

    /// <summary>The next byte to read; stands at a marker when the scan is over.</summary>
    public int Position { get; private set; } = position;

    /// <summary>More bits were taken than there are, or bits made no sense.</summary>
    public readonly bool IsExhausted => isBroken || count < padding;

    /// <summary>Takes a number of bits, up to 16.</summary>
    public int Take(int length)
    {
        if (length == 0)
            return 0;
        Fill(length);
        count -= length;
        return (int)((buffer >> count) & ((1UL << length) - 1));
    }

    /// <summary>Takes a signed number in JPEG's form: the upper half is positive, the lower half negative.</summary>
    public int TakeSigned(int length)
    {
        var value = Take(length);
        return length == 0 || value >= 1 << (length - 1) ? value : value - (1 << length) + 1;
    }

    /// <summary>Takes a Huffman code; 0 and broken when there is none.</summary>
    public int TakeCode(JpegHuffmanTable table)
    {
        Fill(16);
        var value = table.Find((int)((buffer >> (count - 16)) & 0xFFFF), out var length);
        isBroken |= length == 0;
        count -= length;
        return value;
    }

    /// <summary>Drops the bits read ahead and steps over a restart marker; false when there is none.</summary>
    public bool Restart()
    {
        (buffer, count, padding) = (0, 0, 0);
        while (Position + 1 < data.Length && !(data[Position] == 0xFF && data[Position + 1] is not (0 or 0xFF)))
            Position++;
        if (Position + 1 >= data.Length || data[Position + 1] is < 0xD0 or > 0xD7)
            return false;
        Position += 2;
        return true;
    }

    private void Fill(int length)
    {
        while (count < length)
        {
            buffer = (buffer << 8) | NextByte();
            count += 8;
        }
    }

    private byte NextByte()
    {
        if (Position < data.Length)
        {
            var value = data[Position];
            if (value != 0xFF)
            {
                Position++;
                return value;
            }

            if (Position + 1 < data.Length && data[Position + 1] == 0)
            {
                Position += 2;
                return value;
            }
        }

        padding += 8;
        return 0;
    }
}
