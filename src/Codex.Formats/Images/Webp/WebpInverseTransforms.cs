namespace Codex.Formats.Images.Webp;

/// <summary>Undoes the transforms of a lossless image.</summary>
internal static class WebpInverseTransforms
{
    /// <summary>Undoes one transform; the result may be the same array.</summary>
    public static uint[] Undo(WebpTransform transform, uint[] pixels, int height)
    {
        switch (transform.Kind)
        {
            case WebpTransformKind.SubtractGreen:
                foreach (ref var pixel in pixels.AsSpan())
                    pixel = AddGreen(pixel);
                return pixels;
            case WebpTransformKind.CrossColor:
                UndoCrossColor(transform, pixels);
                return pixels;
            case WebpTransformKind.Predictor:
                UndoPredictor(transform, pixels);
                return pixels;
            default:
                return UndoIndexing(transform, pixels, height);
        }
    }

    private static uint AddGreen(uint pixel)
    {
        var green = (pixel >> 8) & 0xFF;
        return (pixel & 0xFF00FF00) | (((pixel & 0x00FF00FF) + ((green << 16) | green)) & 0x00FF00FF);
    }

    private static void UndoCrossColor(WebpTransform transform, uint[] pixels)
    {
        var across = WebpPixelReader.Blocks(transform.Width, transform.Bits);
        for (var i = 0; i < pixels.Length; i++)
        {
            var (y, x) = Math.DivRem(i, transform.Width);
            var element = transform.Data[((y >> transform.Bits) * across) + (x >> transform.Bits)];
            var green = (sbyte)(pixels[i] >> 8);
            var red = (int)(pixels[i] >> 16) + Share(element, green);
            var blue = (int)pixels[i] + Share(element >> 8, green) + Share(element >> 16, (sbyte)red);
            pixels[i] = (pixels[i] & 0xFF00FF00) | ((uint)(byte)red << 16) | (byte)blue;
        }
    }

    private static int Share(uint multiplier, sbyte colour) => ((sbyte)multiplier * colour) >> 5;

    private static void UndoPredictor(WebpTransform transform, uint[] pixels)
    {
        var width = transform.Width;
        var across = WebpPixelReader.Blocks(width, transform.Bits);
        for (var i = 0; i < pixels.Length; i++)
        {
            var (y, x) = Math.DivRem(i, width);
            var guess = 0xFF000000;
            if (y == 0 && x > 0)
                guess = pixels[i - 1];
            else if (y > 0 && x == 0)
                guess = pixels[i - width];
            else if (y > 0)
                guess = WebpPredictor.Guess((int)(transform.Data[((y >> transform.Bits) * across) + (x >> transform.Bits)] >> 8) & 15, pixels, i, width);
            pixels[i] = WebpPredictor.Add(pixels[i], guess);
        }
    }

    private static uint[] UndoIndexing(WebpTransform transform, uint[] packed, int height)
    {
        var width = transform.Width;
        var pixels = new uint[width * height];
        var packedWidth = WebpPixelReader.Blocks(width, transform.Bits);
        var indexBits = 8 >> transform.Bits;
        for (var i = 0; i < pixels.Length; i++)
        {
            var (y, x) = Math.DivRem(i, width);
            var green = (packed[(y * packedWidth) + (x >> transform.Bits)] >> 8) & 0xFF;
            var index = (green >> ((x & ((1 << transform.Bits) - 1)) * indexBits)) & ((1u << indexBits) - 1);
            pixels[i] = index < transform.Data.Length ? transform.Data[index] : 0;
        }

        return pixels;
    }
}
