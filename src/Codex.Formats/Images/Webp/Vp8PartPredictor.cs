namespace Codex.Formats.Images.Webp;

/// <summary>Predicts blocks of four by four (RFC 6386, section 12.3).</summary>
internal static class Vp8PartPredictor
{
    /// <summary>Fills a block.</summary>
    /// <param name="plane">The luma plane.</param>
    /// <param name="left">First column.</param>
    /// <param name="top">First row.</param>
    /// <param name="mode">The mode's number in the file's tree.</param>
    /// <param name="aboveRight">The four samples above and to the right.</param>
    public static void Predict(Vp8Plane plane, int left, int top, int mode, ReadOnlySpan<byte> aboveRight)
    {
        if (mode == 1)
        {
            Vp8BlockPredictor.Gradient(plane, left, top, 4);
            return;
        }

        // The edge from the lower left over the corner (4) to the upper right.
        Span<int> e = stackalloc int[13];
        for (var i = 0; i < 4; i++)
        {
            e[3 - i] = plane.Samples[plane.At(left - 1, top + i)];
            e[5 + i] = plane.Samples[plane.At(left + i, top - 1)];
            e[9 + i] = aboveRight[i];
        }

        e[4] = plane.Samples[plane.At(left - 1, top - 1)];
        for (var y = 0; y < 4; y++)
        {
            for (var x = 0; x < 4; x++)
                plane.Samples[plane.At(left + x, top + y)] = (byte)Sample(mode, e, x, y);
        }
    }

    private static int Sample(int mode, ReadOnlySpan<int> e, int x, int y) => mode switch
    {
        0 => (e[0] + e[1] + e[2] + e[3] + e[5] + e[6] + e[7] + e[8] + 4) >> 3,
        2 => Smooth(e, 5 + x),
        3 => y == 3 ? (e[1] + (3 * e[0]) + 2) >> 2 : Smooth(e, 3 - y),
        4 => x + y == 6 ? (e[11] + (3 * e[12]) + 2) >> 2 : Smooth(e, 6 + x + y),
        5 => Smooth(e, 4 + x - y),
        6 => VerticalRight(e, x, y),
        7 => VerticalLeft(e, x, y),
        8 => HorizontalDown(e, x, y),
        _ => HorizontalUp(e, x, y),
    };

    private static int VerticalRight(ReadOnlySpan<int> e, int x, int y)
    {
        var diagonal = (2 * x) - y;
        if (diagonal < 0)
            return Smooth(e, 5 + diagonal);
        var start = 4 + (diagonal >> 1);
        return (diagonal & 1) == 0 ? Mean(e, start) : Smooth(e, start + 1);
    }

    private static int VerticalLeft(ReadOnlySpan<int> e, int x, int y) => (x, y) switch
    {
        (3, 2) => Smooth(e, 10),
        (3, 3) => Smooth(e, 11),
        _ => (y & 1) == 0 ? Mean(e, 5 + x + (y >> 1)) : Smooth(e, 6 + x + (y >> 1)),
    };

    private static int HorizontalDown(ReadOnlySpan<int> e, int x, int y)
    {
        var diagonal = (2 * y) - x;
        if (diagonal < 0)
            return Smooth(e, 3 - diagonal);
        var start = 3 - (diagonal >> 1);
        return (diagonal & 1) == 0 ? Mean(e, start) : Smooth(e, start);
    }

    private static int HorizontalUp(ReadOnlySpan<int> e, int x, int y)
    {
        var diagonal = x + (2 * y);
        if (diagonal > 5)
            return e[0];
        if (diagonal == 5)
            return (e[1] + (3 * e[0]) + 2) >> 2;
        var start = 2 - (diagonal >> 1);
        return (diagonal & 1) == 0 ? Mean(e, start) : Smooth(e, start);
    }

    private static int Mean(ReadOnlySpan<int> e, int first) => (e[first] + e[first + 1] + 1) >> 1;

    private static int Smooth(ReadOnlySpan<int> e, int centre) => (e[centre - 1] + (2 * e[centre]) + e[centre + 1] + 2) >> 2;
}
