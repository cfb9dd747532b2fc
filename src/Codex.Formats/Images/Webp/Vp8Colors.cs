namespace Codex.Formats.Images.Webp;

/// <summary>From luma and colour differences at half size to red, green and blue.</summary>
internal static class Vp8Colors
{
    /// <summary>The picture; colour differences are smoothed between samples, nearer ones counting three times.</summary>
    public static RasterImage Convert(Vp8Plane luma, Vp8Plane blue, Vp8Plane red, int width, int height)
    {
        var image = RasterImage.Create(width, height);
        var (chromaWidth, chromaHeight) = ((width + 1) / 2, (height + 1) / 2);
        for (var y = 0; y < height; y++)
        {
            var near = y / 2;
            var far = Math.Clamp(near + ((y & 1) == 0 ? -1 : 1), 0, chromaHeight - 1);
            var row = image.Row(y);
            for (var x = 0; x < width; x++)
            {
                var side = Math.Clamp((x / 2) + ((x & 1) == 0 ? -1 : 1), 0, chromaWidth - 1);
                var u = Smooth(blue, x / 2, side, near, far);
                var v = Smooth(red, x / 2, side, near, far);
                Write(luma.Samples[luma.At(x, y)], u, v, row.Slice(x * 4, 4));
            }
        }

        return image;
    }

    private static int Smooth(Vp8Plane plane, int x, int side, int near, int far)
    {
        var samples = plane.Samples;
        return ((9 * samples[plane.At(x, near)]) + (3 * samples[plane.At(side, near)])
            + (3 * samples[plane.At(x, far)]) + samples[plane.At(side, far)] + 8) >> 4;
    }

    private static void Write(int y, int u, int v, Span<byte> pixel)
    {
        var light = (y * 19077) >> 8;
        pixel[0] = ToByte(light + ((v * 26149) >> 8) - 14234);
        pixel[1] = ToByte(light - ((u * 6419) >> 8) - ((v * 13320) >> 8) + 8708);
        pixel[2] = ToByte(light + ((u * 33050) >> 8) - 17685);
        pixel[3] = 255;
    }

    private static byte ToByte(int value) => (byte)Math.Clamp(value >> 6, 0, 255);
}
