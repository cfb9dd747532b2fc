namespace Codex.Formats.Images.Webp;

/// <summary>The alpha plane of a lossy image: raw or coded like a lossless image, its rows filtered.</summary>
internal static class WebpAlpha
{
    /// <summary>Puts the plane into an image; without one the image stays opaque.</summary>
    public static RasterImage Apply(RasterImage image, ReadOnlySpan<byte> chunk)
    {
        if (chunk.IsEmpty)
            return image;
        var plane = Decode(chunk, image.Width, image.Height);
        Unfilter(plane, image.Width, (chunk[0] >> 2) & 3);
        for (var i = 0; i < plane.Length; i++)
            image.Pixels[(i * 4) + 3] = plane[i];
        return image;
    }

    private static byte[] Decode(ReadOnlySpan<byte> chunk, int width, int height)
    {
        if ((chunk[0] & 3) == 0)
        {
            if (chunk.Length - 1 < width * height)
                throw WebpDecoder.Malformed("Alpha chunk size mismatch");
            return chunk.Slice(1, width * height).ToArray();
        }

        var bits = new WebpBits(chunk[1..]);
        var pixels = WebpLosslessDecoder.DecodePixels(ref bits, width, height);
        return Array.ConvertAll(pixels, pixel => (byte)(pixel >> 8));
    }

    private static void Unfilter(byte[] plane, int width, int filter)
    {
        for (var i = 1; i < plane.Length && filter != 0; i++)
        {
            var (y, x) = Math.DivRem(i, width);
            int left = x > 0 ? plane[i - 1] : plane[i - width];
            int top = y > 0 ? plane[i - width] : left;
            int guess = x == 0 ? top : y == 0 ? left : filter switch
            {
                1 => left,
                2 => top,
                _ => Math.Clamp(left + top - plane[i - width - 1], 0, 255),
            };
            plane[i] += (byte)guess;
        }
    }
}
