namespace Codex.Formats.Images.Webp;

/// <summary>The inverse transforms of lossy images (RFC 6386, section 14).</summary>
internal static class Vp8Transform
{
    /// <summary>From the block of averages to the first coefficient of each luma block.</summary>
    public static void Second(ReadOnlySpan<int> input, Span<int> coefficients)
    {
        Span<int> columns = stackalloc int[16];
        for (var i = 0; i < 4; i++)
        {
            var (a, b) = (input[i] + input[12 + i], input[4 + i] + input[8 + i]);
            var (c, d) = (input[4 + i] - input[8 + i], input[i] - input[12 + i]);
            (columns[i], columns[4 + i], columns[8 + i], columns[12 + i]) = (a + b, d + c, a - b, d - c);
        }

        for (var i = 0; i < 4; i++)
        {
            var row = columns.Slice(i * 4, 4);
            var (a, b) = (row[0] + row[3] + 3, row[1] + row[2]);
            var (c, d) = (row[1] - row[2], row[0] - row[3] + 3);
            var target = coefficients[(i * 64)..];
            (target[0], target[16], target[32], target[48]) = ((a + b) >> 3, (d + c) >> 3, (a - b) >> 3, (d - c) >> 3);
        }
    }

    /// <summary>Adds a block of four by four to the prediction.</summary>
    public static void Add(ReadOnlySpan<int> input, Span<byte> target, int stride)
    {
        Span<int> columns = stackalloc int[16];
        for (var i = 0; i < 4; i++)
            Line(input[i], input[4 + i], input[8 + i], input[12 + i], columns[i..], 4);
        Span<int> row = stackalloc int[4];
        for (var y = 0; y < 4; y++)
        {
            Line(columns[y * 4] + 4, columns[(y * 4) + 1], columns[(y * 4) + 2], columns[(y * 4) + 3], row, 1);
            var pixels = target.Slice(y * stride, 4);
            for (var x = 0; x < 4; x++)
                pixels[x] = (byte)Math.Clamp(pixels[x] + (row[x] >> 3), 0, 255);
        }
    }

    private static void Line(int i0, int i1, int i2, int i3, Span<int> output, int step)
    {
        var (a, b) = (i0 + i2, i0 - i2);
        var c = Sine(i1) - Cosine(i3);
        var d = Cosine(i1) + Sine(i3);
        (output[0], output[step], output[2 * step], output[3 * step]) = (a + d, b + c, b - c, a - d);
    }

    private static int Cosine(int value) => value + ((value * 20091) >> 16);

    private static int Sine(int value) => (value * 35468) >> 16;
}
