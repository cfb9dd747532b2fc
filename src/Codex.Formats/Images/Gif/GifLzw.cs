namespace Codex.Formats.Images.Gif;

/// <summary>The compression of GIF frames: codes of growing width for sequences seen before.</summary>
internal sealed class GifLzw
{
    private const int MaximumCodes = 4096;

    private readonly int _minimumWidth;
    private readonly int _clearCode;
    private readonly short[] _prefixes = new short[MaximumCodes];
    private readonly byte[] _suffixes = new byte[MaximumCodes];
    private readonly byte[] _pending = new byte[MaximumCodes + 1];
    private byte[] _block = [];
    private int _blockPosition;
    private int _pendingCount;
    private int _bits;
    private int _bitCount;
    private int _width;
    private int _next;
    private int _previous = -1;
    private byte _firstOfPrevious;

    /// <summary>Prepares to read a frame.</summary>
    /// <param name="minimumWidth">Bits of an index, as the frame says.</param>
    public GifLzw(int minimumWidth)
    {
        if (minimumWidth is < 1 or > 11)
            throw ImageException.Malformed(ImageFormat.Gif, "invalid minimal code size");
        _minimumWidth = minimumWidth;
        _clearCode = 1 << minimumWidth;
        Clear();
    }

    /// <summary>Fills a row with indexes.</summary>
    public void ReadRow(ref GifReader reader, Span<byte> row)
    {
        for (var x = 0; x < row.Length; x++)
        {
            while (_pendingCount == 0)
                Expand(NextCode(ref reader));
            row[x] = _pending[--_pendingCount];
        }
    }

    private int NextCode(ref GifReader reader)
    {
        while (_bitCount < _width)
        {
            if (_blockPosition == _block.Length)
                NextBlock(ref reader);
            _bits |= _block[_blockPosition++] << _bitCount;
            _bitCount += 8;
        }

        var code = _bits & ((1 << _width) - 1);
        _bits >>= _width;
        _bitCount -= _width;
        return code;
    }

    private void NextBlock(ref GifReader reader)
    {
        _block = reader.TakeBlock().ToArray();
        _blockPosition = 0;
        if (_block.Length == 0)
            throw ImageException.Malformed(ImageFormat.Gif, "image truncated");
    }

    private void Expand(int code)
    {
        if (code == _clearCode)
        {
            Clear();
            return;
        }

        if (code == _clearCode + 1)
            throw ImageException.Malformed(ImageFormat.Gif, "image truncated");
        if (code > _next || (code == _next && _previous < 0))
            throw ImageException.Malformed(ImageFormat.Gif, "invalid code in LZW stream");
        var first = Push(code);
        Learn(first);
        _previous = code;
        _firstOfPrevious = first;
    }

    // Leaves the sequence of a code in `pending`, last index first.
    private byte Push(int code)
    {
        if (code == _next)
        {
            _pending[_pendingCount++] = _firstOfPrevious;
            code = _previous;
        }

        while (code > _clearCode)
        {
            _pending[_pendingCount++] = _suffixes[code];
            code = _prefixes[code];
        }

        _pending[_pendingCount++] = (byte)code;
        return (byte)code;
    }

    private void Learn(byte first)
    {
        if (_previous < 0 || _next >= MaximumCodes)
            return;
        _prefixes[_next] = (short)_previous;
        _suffixes[_next] = first;
        _next++;
        if (_next == 1 << _width && _width < 12)
            _width++;
    }

    private void Clear()
    {
        _width = _minimumWidth + 1;
        _next = _clearCode + 2;
        _previous = -1;
    }
}
