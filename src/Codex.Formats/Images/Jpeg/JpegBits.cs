namespace Codex.Formats.Images.Jpeg;

/// <summary>
/// Reads the bits of a scan. At a marker or the end of the file it yields zeros and, once those are used, is exhausted: a picture
/// that is cut off is shown as far as it goes, as the original and every viewer does.
/// </summary>
internal ref struct JpegBits(ReadOnlySpan<byte> data, int position)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private ulong _buffer;
    private int _count;
    private int _padding;
    private bool _isBroken;

    /// <summary>The next byte to read; stands at a marker when the scan is over.</summary>
    public int Position { get; private set; } = position;

    /// <summary>More bits were taken than there are, or bits made no sense.</summary>
    public readonly bool IsExhausted => _isBroken || _count < _padding;

    /// <summary>Takes a number of bits, up to 16.</summary>
    public int Take(int length)
    {
        if (length == 0)
            return 0;
        Fill(length);
        _count -= length;
        return (int)((_buffer >> _count) & ((1UL << length) - 1));
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
        var value = table.Find((int)((_buffer >> (_count - 16)) & 0xFFFF), out var length);
        _isBroken |= length == 0;
        _count -= length;
        return value;
    }

    /// <summary>Drops the bits read ahead and steps over a restart marker; false when there is none.</summary>
    public bool Restart()
    {
        (_buffer, _count, _padding) = (0, 0, 0);
        while (Position + 1 < _data.Length && !(_data[Position] == 0xFF && _data[Position + 1] is not (0 or 0xFF)))
            Position++;
        if (Position + 1 >= _data.Length || _data[Position + 1] is < 0xD0 or > 0xD7)
            return false;
        Position += 2;
        return true;
    }

    private void Fill(int length)
    {
        while (_count < length)
        {
            _buffer = (_buffer << 8) | NextByte();
            _count += 8;
        }
    }

    private byte NextByte()
    {
        if (Position < _data.Length)
        {
            var value = _data[Position];
            if (value != 0xFF)
            {
                Position++;
                return value;
            }

            if (Position + 1 < _data.Length && _data[Position + 1] == 0)
            {
                Position += 2;
                return value;
            }
        }

        _padding += 8;
        return 0;
    }
}
