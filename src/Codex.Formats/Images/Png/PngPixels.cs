namespace Codex.Formats.Images.Png;

/// <summary>Turns a restored row into red, green, blue and alpha bytes.</summary>
internal readonly ref struct PngPixels(PngHeader header, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> transparency)
{
    private readonly ReadOnlySpan<byte> _palette = palette;
    private readonly ReadOnlySpan<byte> _transparency = transparency;

    /// <summary>Writes the pixels of a row to every <paramref name="step"/>-th pixel of the target.</summary>
    public void Convert(ReadOnlySpan<byte> row, int count, Span<byte> target, int step)
    {
        for (var i = 0; i < count; i++)
        {
            var pixel = target.Slice(i * step * 4, 4);
            if (header.IsIndexed)
                Indexed(Sample(row, i), pixel);
            else if (header.Channels <= 2)
                Gray(row, i, pixel);
            else
                Colour(row, i, pixel);
        }
    }

    private void Indexed(int index, Span<byte> pixel)
    {
        if ((index * 3) + 3 > _palette.Length)
            throw ImageException.Malformed(ImageFormat.Png, "a pixel is outside the palette");
        _palette.Slice(index * 3, 3).CopyTo(pixel);
        pixel[3] = index < _transparency.Length ? _transparency[index] : (byte)255;
    }

    private void Gray(ReadOnlySpan<byte> row, int position, Span<byte> pixel)
    {
        var channels = header.Channels;
        var value = Sample(row, position * channels);
        pixel[..3].Fill(ToByte(value));
        if (channels == 2)
            pixel[3] = ToByte(Sample(row, (position * channels) + 1));
        else
            pixel[3] = _transparency.Length >= 2 && value == Key(0) ? (byte)0 : (byte)255;
    }

    private void Colour(ReadOnlySpan<byte> row, int position, Span<byte> pixel)
    {
        var first = position * header.Channels;
        var (red, green, blue) = (Sample(row, first), Sample(row, first + 1), Sample(row, first + 2));
        (pixel[0], pixel[1], pixel[2]) = (ToByte(red), ToByte(green), ToByte(blue));
        if (header.Channels == 4)
            pixel[3] = ToByte(Sample(row, first + 3));
        else
            pixel[3] = _transparency.Length >= 6 && red == Key(0) && green == Key(1) && blue == Key(2) ? (byte)0 : (byte)255;
    }

    private int Key(int channel) => (_transparency[channel * 2] << 8) | _transparency[(channel * 2) + 1];

    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        switch (header.BitDepth)
        {
            case 8:
                return row[index];
            case 16:
                return (row[index * 2] << 8) | row[(index * 2) + 1];
            default:
                var bit = index * header.BitDepth;
                var shift = 8 - header.BitDepth - (bit & 7);
                return (row[bit >> 3] >> shift) & ((1 << header.BitDepth) - 1);
        }
    }

    private byte ToByte(int sample) => header.BitDepth switch
    {
        16 => (byte)(sample >> 8),
        8 => (byte)sample,
        _ => (byte)(sample * 255 / ((1 << header.BitDepth) - 1)),
    };
}
