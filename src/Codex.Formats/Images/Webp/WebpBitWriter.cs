namespace Codex.Formats.Images.Webp;

/// <summary>Writes the bits of a lossless image, lowest first.</summary>
internal sealed class WebpBitWriter
{
    private readonly List<byte> _output = [];
    private ulong _buffer;
    private int _count;

    /// <summary>Writes the lowest <paramref name="length"/> bits of a value, up to 32.</summary>
    public void Write(int value, int length)
    {
        _buffer |= ((uint)value & ((1UL << length) - 1)) << _count;
        for (_count += length; _count >= 8; _count -= 8)
        {
            _output.Add((byte)_buffer);
            _buffer >>= 8;
        }
    }

    /// <summary>The bytes; the last one is filled with zeros.</summary>
    public byte[] Finish()
    {
        if (_count > 0)
            _output.Add((byte)_buffer);
        return [.. _output];
    }
}
