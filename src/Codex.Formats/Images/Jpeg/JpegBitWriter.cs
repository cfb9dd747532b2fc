namespace Codex.Formats.Images.Jpeg;

/// <summary>Writes the bits of a scan, highest first; a byte 255 is followed by a zero.</summary>
internal sealed class JpegBitWriter(Stream output)
{
    private ulong buffer;
    private int count;

    /// <summary>Writes the lowest <paramref name="length"/> bits of a value, up to 32.</summary>
    public void Write(int value, int length)
    {
        buffer = (buffer << length) | ((uint)value & ((1UL << length) - 1));
        count += length;
        while (count >= 8)
        {
            count -= 8;
            WriteByte((byte)(buffer >> count));
        }
    }

    /// <summary>Fills the last byte with ones.</summary>
    public void Finish()
    {
        if (count > 0)
            Write(0xFF, 8 - count);
    }

    private void WriteByte(byte value)
    {
        output.WriteByte(value);
        if (value == 0xFF)
            output.WriteByte(0);
    }
}
