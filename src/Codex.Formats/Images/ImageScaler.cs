namespace Codex.Formats.Images;

/// <summary>
/// Scales images down with a triangle filter as wide as the reduction, so that every source pixel counts: first along rows, then
/// along columns. Colours are weighted by alpha, so that transparent pixels do not bleed.
/// </summary>
internal static class ImageScaler
{
    /// <summary>Scales so that both sides fit and the aspect ratio stays; sides are rounded and at least one pixel.</summary>
    public static RasterImage Fit(RasterImage image, int maximumSide)
    {
        var ratio = Math.Min((double)maximumSide / image.Width, (double)maximumSide / image.Height);
        var width = Math.Max(1, (int)Math.Round(image.Width * ratio, MidpointRounding.AwayFromZero));
        var height = Math.Max(1, (int)Math.Round(image.Height * ratio, MidpointRounding.AwayFromZero));
        return Scale(image, width, height);
    }

    private static RasterImage Scale(RasterImage image, int width, int height)
    {
        var columns = ScaleKernel.Create(image.Width, width);
        var rows = ScaleKernel.Create(image.Height, height);
        var result = RasterImage.Create(width, height);
        var line = width * 4;
        var ring = new float[rows.Support][];
        for (var i = 0; i < ring.Length; i++)
            ring[i] = new float[line];
        var accumulator = new float[line];
        var ready = 0;
        for (var y = 0; y < height; y++)
        {
            var first = rows.First(y);
            var weights = rows.Weights(y);
            for (ready = Math.Max(ready, first); ready < first + weights.Length; ready++)
                ScaleRow(image.Row(ready), columns, ring[ready % ring.Length]);
            Combine(ring, first, weights, accumulator);
            Store(accumulator, result.Row(y));
        }

        return result;
    }

    private static void ScaleRow(ReadOnlySpan<byte> source, ScaleKernel kernel, Span<float> target)
    {
        for (var x = 0; x * 4 < target.Length; x++)
        {
            var first = kernel.First(x);
            var weights = kernel.Weights(x);
            float red = 0, green = 0, blue = 0, alpha = 0;
            for (var i = 0; i < weights.Length; i++)
            {
                var pixel = source.Slice((first + i) * 4, 4);
                var share = weights[i] * pixel[3];
                red += share * pixel[0];
                green += share * pixel[1];
                blue += share * pixel[2];
                alpha += share;
            }

            var output = target.Slice(x * 4, 4);
            (output[0], output[1], output[2], output[3]) = (red, green, blue, alpha);
        }
    }

    private static void Combine(float[][] ring, int first, ReadOnlySpan<float> weights, Span<float> sum)
    {
        sum.Clear();
        for (var i = 0; i < weights.Length; i++)
        {
            var weight = weights[i];
            var row = ring[(first + i) % ring.Length];
            for (var x = 0; x < sum.Length; x++)
                sum[x] += weight * row[x];
        }
    }

    private static void Store(ReadOnlySpan<float> sum, Span<byte> target)
    {
        for (var x = 0; x < sum.Length; x += 4)
        {
            var alpha = sum[x + 3];
            if (alpha <= 0)
                continue;
            target[x] = ToByte(sum[x] / alpha);
            target[x + 1] = ToByte(sum[x + 1] / alpha);
            target[x + 2] = ToByte(sum[x + 2] / alpha);
            target[x + 3] = ToByte(alpha);
        }
    }

    private static byte ToByte(float value) => (byte)Math.Clamp(value + 0.5f, 0, 255);
}
