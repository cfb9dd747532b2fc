namespace Codex.Formats.Images.Jpeg;

/// <summary>The cosine transform of a block (Arai, Agui and Nakajima), followed by quantization.</summary>
internal static class JpegForwardTransform
{
    private static ReadOnlySpan<float> Scale => [1f, 1.387039845f, 1.306562965f, 1.175875602f, 1f, 0.785694958f, 0.541196100f, 0.275899379f];

    /// <summary>Divisors that undo the transform's own scale and quantize, in zigzag order.</summary>
    public static float[] Factors(ReadOnlySpan<byte> quantization)
    {
        var factors = new float[64];
        for (var i = 0; i < 64; i++)
        {
            var (row, column) = Math.DivRem((int)JpegZigzag.Order[i], 8);
            factors[i] = 1 / (quantization[i] * Scale[row] * Scale[column] * 8);
        }

        return factors;
    }

    /// <summary>Transforms a block of samples around zero; the coefficients come in zigzag order.</summary>
    public static void Run(Span<float> block, ReadOnlySpan<float> factors, Span<short> coefficients)
    {
        for (var y = 0; y < 8; y++)
            Line(block[(y * 8)..], 1);
        for (var x = 0; x < 8; x++)
            Line(block[x..], 8);
        for (var i = 0; i < 64; i++)
            coefficients[i] = (short)MathF.Round(block[JpegZigzag.Order[i]] * factors[i]);
    }

    private static void Line(Span<float> data, int step)
    {
        var (s0, s7) = (data[0] + data[7 * step], data[0] - data[7 * step]);
        var (s1, s6) = (data[step] + data[6 * step], data[step] - data[6 * step]);
        var (s2, s5) = (data[2 * step] + data[5 * step], data[2 * step] - data[5 * step]);
        var (s3, s4) = (data[3 * step] + data[4 * step], data[3 * step] - data[4 * step]);
        var (e0, e3, e1, e2) = (s0 + s3, s0 - s3, s1 + s2, s1 - s2);
        (data[0], data[4 * step]) = (e0 + e1, e0 - e1);
        var z1 = (e2 + e3) * 0.707106781f;
        (data[2 * step], data[6 * step]) = (e3 + z1, e3 - z1);
        var (o0, o1, o2) = (s4 + s5, s5 + s6, s6 + s7);
        var z5 = (o0 - o2) * 0.382683433f;
        var z2 = (o0 * 0.541196100f) + z5;
        var z4 = (o2 * 1.306562965f) + z5;
        var z3 = o1 * 0.707106781f;
        var (z11, z13) = (s7 + z3, s7 - z3);
        (data[5 * step], data[3 * step]) = (z13 + z2, z13 - z2);
        (data[step], data[7 * step]) = (z11 + z4, z11 - z4);
    }
}
