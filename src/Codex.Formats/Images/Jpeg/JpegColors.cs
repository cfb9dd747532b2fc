namespace Codex.Formats.Images.Jpeg;

/// <summary>From planes to red, green and blue.</summary>
/// <param name="frame">The image.</param>
/// <param name="adobeTransform">What the Adobe marker says about colours; null without one.</param>
internal sealed class JpegColors(JpegFrame frame, int? adobeTransform)
{
    /// <summary>The picture.</summary>
    public RasterImage Convert()
    {
        var image = RasterImage.Create(frame.Width, frame.Height);
        var planes = frame.Components.Select(_ => new byte[frame.Width]).ToArray();
        for (var y = 0; y < frame.Height; y++)
        {
            for (var i = 0; i < planes.Length; i++)
                Spread(frame.Components[i], y, planes[i]);
            ConvertRow(planes, image.Row(y));
        }

        return image;
    }

    private bool IsDifferenceCoded => frame.Components.Length == 4 ? adobeTransform == 2 : adobeTransform != 0 && !IsNamedRgb;

    private bool IsNamedRgb =>
        adobeTransform is null && frame.Components is [{ Id: 'R' }, { Id: 'G' }, { Id: 'B' }];

    // Planes may have fewer samples than the image; each stands for its neighbours.
    private void Spread(JpegComponent component, int y, Span<byte> row)
    {
        var source = component.Samples.AsSpan(y * component.Vertical / frame.MaximumVertical * component.Stride * 8, component.Stride * 8);
        if (component.Horizontal == frame.MaximumHorizontal)
        {
            source[..row.Length].CopyTo(row);
            return;
        }

        for (var x = 0; x < row.Length; x++)
            row[x] = source[x * component.Horizontal / frame.MaximumHorizontal];
    }

    private void ConvertRow(byte[][] planes, Span<byte> row)
    {
        var isDifferenceCoded = IsDifferenceCoded;
        for (var x = 0; x * 4 < row.Length; x++)
        {
            var pixel = row.Slice(x * 4, 4);
            pixel[3] = 255;
            if (planes.Length == 1)
                pixel[..3].Fill(planes[0][x]);
            else if (isDifferenceCoded)
                Difference(planes[0][x], planes[1][x] - 128, planes[2][x] - 128, pixel);
            else
                (pixel[0], pixel[1], pixel[2]) = (planes[0][x], planes[1][x], planes[2][x]);
            if (planes.Length == 4)
                Ink(planes[3][x], pixel);
        }
    }

    private static void Difference(int luminance, int blue, int red, Span<byte> pixel)
    {
        pixel[0] = ToByte(luminance + (((91881 * red) + 32768) >> 16));
        pixel[1] = ToByte(luminance - (((22554 * blue) + (46802 * red) + 32768) >> 16));
        pixel[2] = ToByte(luminance + (((116130 * blue) + 32768) >> 16));
    }

    // Adobe stores inks inverted: 255 is no ink. Its colour differences are those of the inks, not of their inverse.
    private void Ink(byte black, Span<byte> pixel)
    {
        for (var i = 0; i < 3; i++)
        {
            var clear = adobeTransform is null or 2 ? 255 - pixel[i] : pixel[i];
            var light = adobeTransform is null ? 255 - black : black;
            pixel[i] = (byte)(clear * light / 255);
        }
    }

    private static byte ToByte(int value) => (byte)Math.Clamp(value, 0, 255);
}
