namespace Codex.Formats.Images.Webp;

/// <summary>Reads the bits of a lossless image, lowest first.</summary>
internal ref struct WebpBits(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private int _position;
    private ulong _buffer;
    private int _count;
    private int _padding;

    /// <summary>Takes a number of bits, up to 24.</summary>
    public int Take(int length)
    {
        Fill();
        var value = (int)(_buffer & ((1UL << length) - 1));
        Drop(length);
        return value;
    }

    /// <summary>The next sixteen bits without taking them; zeros behind the end.</summary>
    public int Peek()
    {
        Fill();
        return (int)(_buffer & 0xFFFF);
    }

    /// <summary>Takes bits that were looked at.</summary>
    public void Drop(int length)
    {
        _buffer >>= length;
        _count -= length;
        if (_count < _padding)
            throw WebpDecoder.Malformed("Corrupt bitstream");
    }

    private void Fill()
    {
        while (_count <= 48)
        {
            if (_position < _data.Length)
                _buffer |= (ulong)_data[_position++] << _count;
            else
                _padding += 8;
            _count += 8;
        }
    }
}
