namespace Codex.Formats.Images.Webp;

/// <summary>The guesses at a pixel from its neighbours.</summary>
internal static class WebpPredictor
{
    /// <summary>A guess for a pixel that is neither in the first row nor in the first column.</summary>
    public static uint Guess(int mode, ReadOnlySpan<uint> pixels, int i, int width)
    {
        var left = pixels[i - 1];
        var top = pixels[i - width];
        var topLeft = pixels[i - width - 1];
        var topRight = pixels[i - width + 1];
        return mode switch
        {
            1 => left,
            2 => top,
            3 => topRight,
            4 => topLeft,
            5 => Average(Average(left, topRight), top),
            6 => Average(left, topLeft),
            7 => Average(left, top),
            8 => Average(topLeft, top),
            9 => Average(top, topRight),
            10 => Average(Average(left, topLeft), Average(top, topRight)),
            11 => Select(left, top, topLeft),
            12 => PerSample(left, top, topLeft, static (l, t, tl) => l + t - tl),
            13 => PerSample(Average(left, top), topLeft, 0, static (a, tl, _) => a + ((a - tl) / 2)),
            _ => 0xFF000000,
        };
    }

    /// <summary>The sum of each sample, without carry.</summary>
    public static uint Add(uint left, uint right) =>
        (((left & 0xFF00FF00) + (right & 0xFF00FF00)) & 0xFF00FF00) | (((left & 0x00FF00FF) + (right & 0x00FF00FF)) & 0x00FF00FF);

    /// <summary>The difference of each sample, without borrow.</summary>
    public static uint Subtract(uint left, uint right) =>
        ((left | 0x00FF00FF) - (right & 0xFF00FF00) & 0xFF00FF00) | ((left | 0xFF00FF00) - (right & 0x00FF00FF) & 0x00FF00FF);

    private static uint Average(uint left, uint right) => (((left ^ right) & 0xFEFEFEFE) >> 1) + (left & right);

    private static uint Select(uint left, uint top, uint topLeft)
    {
        int toLeft = 0, toTop = 0;
        for (var shift = 0; shift < 32; shift += 8)
        {
            var corner = (int)((topLeft >> shift) & 0xFF);
            toLeft += Math.Abs((int)((top >> shift) & 0xFF) - corner);
            toTop += Math.Abs((int)((left >> shift) & 0xFF) - corner);
        }

        return toLeft < toTop ? left : top;
    }

    private static uint PerSample(uint a, uint b, uint c, Func<int, int, int, int> combine)
    {
        var result = 0u;
        for (var shift = 0; shift < 32; shift += 8)
        {
            var value = combine((int)((a >> shift) & 0xFF), (int)((b >> shift) & 0xFF), (int)((c >> shift) & 0xFF));
            result |= (uint)Math.Clamp(value, 0, 255) << shift;
        }

        return result;
    }
}
