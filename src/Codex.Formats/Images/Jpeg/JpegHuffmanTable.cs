namespace Codex.Formats.Images.Jpeg;

/// <summary>A Huffman table for decoding: short codes by look-up, long ones by length.</summary>
internal sealed class JpegHuffmanTable
{
    /// <summary>The codes up to this length are looked up.</summary>
    public const int LookupBits = 9;

    private readonly byte[] _values;
    private readonly int[] _firstCodes = new int[18];
    private readonly int[] _firstIndexes = new int[18];
    private readonly short[] _lookup = new short[1 << LookupBits];

    /// <summary>Builds the table from the number of codes of each length from 1 to 16 and their values in order.</summary>
    public JpegHuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> values)
    {
        _values = values.ToArray();
        var code = 0;
        var index = 0;
        for (var length = 1; length <= 16; length++)
        {
            _firstCodes[length] = code;
            _firstIndexes[length] = index;
            var count = counts[length - 1];
            if (code + count > 1 << length)
                throw ImageException.Malformed(ImageFormat.Jpeg, "a Huffman table has too many codes");
            if (length <= LookupBits)
                FillLookup(code, count, length, index);
            code = (code + count) << 1;
            index += count;
        }

        _firstIndexes[17] = index;
    }

    /// <summary>The value of a code at the front of sixteen bits, and its length; length 0 when there is no such code.</summary>
    public byte Find(int sixteenBits, out int length)
    {
        var entry = _lookup[sixteenBits >> (16 - LookupBits)];
        if (entry != 0)
        {
            length = entry >> 8;
            return (byte)entry;
        }

        for (length = LookupBits + 1; length <= 16; length++)
        {
            var offset = (sixteenBits >> (16 - length)) - _firstCodes[length];
            if (offset >= 0 && offset < _firstIndexes[length + 1] - _firstIndexes[length])
                return _values[_firstIndexes[length] + offset];
        }

        length = 0;
        return 0;
    }

    private void FillLookup(int code, int count, int length, int index)
    {
        for (var i = 0; i < count; i++)
        {
            var entry = (short)((length << 8) | _values[index + i]);
            _lookup.AsSpan((code + i) << (LookupBits - length), 1 << (LookupBits - length)).Fill(entry);
        }
    }
}
