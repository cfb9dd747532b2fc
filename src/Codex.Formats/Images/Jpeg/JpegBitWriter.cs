namespace Codex.Formats.Images.Jpeg;

/// <summary>Writes the bits of a scan, highest first; a byte 255 is followed by a zero.</summary>
internal sealed class JpegBitWriter(Stream output)
{
    private ulong _buffer;
    private int _count;

    /// <summary>Writes the lowest <paramref name="length"/> bits of a value, up to 32.</summary>
    public void Write(int value, int length)
    {
        _buffer = (_buffer << length) | ((uint)value & ((1UL << length) - 1));
        _count += length;
        while (_count >= 8)
        {
            _count -= 8;
            WriteByte((byte)(_buffer >> _count));
        }
    }

    /// <summary>Fills the last byte with ones.</summary>
    public void Finish()
    {
        if (_count > 0)
            Write(0xFF, 8 - _count);
    }

    private void WriteByte(byte value)
    {
        output.WriteByte(value);
        if (value == 0xFF)
            output.WriteByte(0);
    }
}
