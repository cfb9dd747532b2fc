namespace Codex.Formats.Images.Webp;

/// <summary>Decodes lossless WebP data (<c>VP8L</c>).</summary>
internal static class WebpLosslessDecoder
{
    private const byte Signature = 0x2F;

    /// <summary>Decodes a <c>VP8L</c> chunk.</summary>
    public static RasterImage Decode(ReadOnlySpan<byte> data)
    {
        if (data.Length < 5)
            throw ImageException.EndOfData();
        if (data[0] != Signature)
            throw WebpDecoder.Malformed("Invalid lossless signature");
        var bits = new WebpBits(data[1..]);
        var width = bits.Take(14) + 1;
        var height = bits.Take(14) + 1;
        var hasAlpha = bits.Take(1) != 0;
        if (bits.Take(3) != 0)
            throw WebpDecoder.Malformed("Invalid lossless version");
        RasterImage.CheckSize(width, height);
        return ToImage(DecodePixels(ref bits, width, height), width, height, hasAlpha);
    }

    /// <summary>Decodes an image without a header.</summary>
    public static uint[] DecodePixels(ref WebpBits bits, int width, int height)
    {
        var transforms = new Stack<WebpTransform>();
        var codedWidth = width;
        while (bits.Take(1) != 0)
        {
            var transform = ReadTransform(ref bits, codedWidth, height);
            if (transforms.Any(known => known.Kind == transform.Kind))
                throw WebpDecoder.Malformed("Corrupt bitstream");
            transforms.Push(transform);
            if (transform.Kind == WebpTransformKind.ColorIndexing)
                codedWidth = WebpPixelReader.Blocks(codedWidth, transform.Bits);
        }

        var pixels = WebpPixelReader.Read(ref bits, codedWidth, height, mayHaveGroups: true);
        foreach (var transform in transforms)
            pixels = WebpInverseTransforms.Undo(transform, pixels, height);
        return pixels;
    }

    private static WebpTransform ReadTransform(ref WebpBits bits, int width, int height)
    {
        var kind = (WebpTransformKind)bits.Take(2);
        if (kind == WebpTransformKind.SubtractGreen)
            return new WebpTransform(kind, 0, width, []);
        if (kind == WebpTransformKind.ColorIndexing)
            return ReadColors(ref bits, width);
        var blockBits = bits.Take(3) + 2;
        var data = WebpPixelReader.Read(
            ref bits, WebpPixelReader.Blocks(width, blockBits), WebpPixelReader.Blocks(height, blockBits), mayHaveGroups: false);
        return new WebpTransform(kind, blockBits, width, data);
    }

    private static WebpTransform ReadColors(ref WebpBits bits, int width)
    {
        var count = bits.Take(8) + 1;
        var colors = WebpPixelReader.Read(ref bits, count, 1, mayHaveGroups: false);
        for (var i = 1; i < count; i++)
            colors[i] = WebpPredictor.Add(colors[i], colors[i - 1]);
        var packing = count switch { <= 2 => 3, <= 4 => 2, <= 16 => 1, _ => 0 };
        return new WebpTransform(WebpTransformKind.ColorIndexing, packing, width, colors);
    }

    private static RasterImage ToImage(uint[] pixels, int width, int height, bool hasAlpha)
    {
        var image = RasterImage.Create(width, height);
        for (var i = 0; i < pixels.Length; i++)
        {
            var pixel = image.Pixels.AsSpan(i * 4, 4);
            pixel[0] = (byte)(pixels[i] >> 16);
            pixel[1] = (byte)(pixels[i] >> 8);
            pixel[2] = (byte)pixels[i];
            pixel[3] = hasAlpha ? (byte)(pixels[i] >> 24) : (byte)255;
        }

        return image;
    }
}
