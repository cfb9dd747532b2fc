namespace Codex.Formats.Images.Webp;

/// <summary>Reads the bits of a lossless image, lowest first.</summary>
internal ref struct WebpBits(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> data = data;
    private int position;
    private ulong buffer;
    private int count;
    private int padding;

    /// <summary>Takes a number of bits, up to 24.</summary>
    public int Take(int length)
    {
        Fill();
        var value = (int)(buffer & ((1UL << length) - 1));
        Drop(length);
        return value;
    }

    /// <summary>The next sixteen bits without taking them; zeros behind the end.</summary>
    public int Peek()
    {
        Fill();
        return (int)(buffer & 0xFFFF);
    }

    /// <summary>Takes bits that were looked at.</summary>
    public void Drop(int length)
    {
        buffer >>= length;
        count -= length;
        if (count < padding)
            throw WebpDecoder.Malformed("Corrupt bitstream");
    }

    private void Fill()
    {
        while (count <= 48)
        {
            if (position < data.Length)
                buffer |= (ulong)data[position++] << count;
            else
                padding += 8;
            count += 8;
        }
    }
}
