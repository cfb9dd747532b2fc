namespace Codex.Formats.Images.Webp;

/// <summary>Writes the bits of a lossless image, lowest first.</summary>
internal sealed class WebpBitWriter
{
    private readonly List<byte> output = [];
    private ulong buffer;
    private int count;

    /// <summary>Writes the lowest <paramref name="length"/> bits of a value, up to 32.</summary>
    public void Write(int value, int length)
    {
        buffer |= ((uint)value & ((1UL << length) - 1)) << count;
        for (count += length; count >= 8; count -= 8)
        {
            output.Add((byte)buffer);
            buffer >>= 8;
        }
    }

    /// <summary>The bytes; the last one is filled with zeros.</summary>
    public byte[] Finish()
    {
        if (count > 0)
            output.Add((byte)buffer);
        return [.. output];
    }
}
