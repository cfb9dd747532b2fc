namespace Codex.Formats.Images.Webp;

/// <summary>Predicts macroblocks and their colours as a whole (RFC 6386, sections 12.2 and 12.3).</summary>
internal static class Vp8BlockPredictor
{
    /// <summary>Fills a square from what is above and to the left of it.</summary>
    public static void Predict(Vp8Plane plane, int left, int top, int side, int mode)
    {
        switch (mode)
        {
            case 0:
                Fill(plane, left, top, side, Average(plane, left, top, side));
                break;
            case 1:
                for (var y = 0; y < side; y++)
                    plane.Samples.AsSpan(plane.At(left, top - 1), side).CopyTo(plane.Samples.AsSpan(plane.At(left, top + y), side));
                break;
            case 2:
                for (var y = 0; y < side; y++)
                    plane.Samples.AsSpan(plane.At(left, top + y), side).Fill(plane.Samples[plane.At(left - 1, top + y)]);
                break;
            default:
                Gradient(plane, left, top, side);
                break;
        }
    }

    /// <summary>Continues the differences along the edges.</summary>
    public static void Gradient(Vp8Plane plane, int left, int top, int side)
    {
        var samples = plane.Samples;
        var corner = samples[plane.At(left - 1, top - 1)];
        for (var y = 0; y < side; y++)
        {
            var start = plane.At(left, top + y);
            var difference = samples[start - 1] - corner;
            for (var x = 0; x < side; x++)
                samples[start + x] = (byte)Math.Clamp(samples[plane.At(left + x, top - 1)] + difference, 0, 255);
        }
    }

    // Edges outside the picture do not count.
    private static byte Average(Vp8Plane plane, int left, int top, int side)
    {
        var (sum, count) = (0, 0);
        for (var i = 0; i < side; i++)
        {
            sum += top > 0 ? plane.Samples[plane.At(left + i, top - 1)] : 0;
            sum += left > 0 ? plane.Samples[plane.At(left - 1, top + i)] : 0;
        }

        count += top > 0 ? side : 0;
        count += left > 0 ? side : 0;
        return count == 0 ? (byte)128 : (byte)((sum + (count / 2)) / count);
    }

    private static void Fill(Vp8Plane plane, int left, int top, int side, byte value)
    {
        for (var y = 0; y < side; y++)
            plane.Samples.AsSpan(plane.At(left, top + y), side).Fill(value);
    }
}
