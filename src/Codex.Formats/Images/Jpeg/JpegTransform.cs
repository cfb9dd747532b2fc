using System.Runtime.CompilerServices;

namespace Codex.Formats.Images.Jpeg;

/// <summary>From coefficients to samples: dequantization and the inverse cosine transform in whole numbers.</summary>
internal static class JpegTransform
{
    private const int Bits = 12;

    /// <summary>Transforms every block of a plane into its samples.</summary>
    public static void Run(JpegComponent component, ReadOnlySpan<ushort> quantization)
    {
        var width = component.Stride * 8;
        component.Samples = new byte[component.Coefficients.Length];
        Span<int> block = stackalloc int[64];
        for (var i = 0; i * 64 < component.Coefficients.Length; i++)
        {
            var (row, column) = Math.DivRem(i, component.Stride);
            var target = component.Samples.AsSpan((row * 8 * width) + (column * 8));
            Dequantize(component.Coefficients.AsSpan(i * 64, 64), quantization, block);
            Transform(block, target, width);
        }
    }

    private static void Dequantize(ReadOnlySpan<short> coefficients, ReadOnlySpan<ushort> quantization, Span<int> block)
    {
        for (var i = 0; i < 64; i++)
            block[JpegZigzag.Order[i]] = coefficients[i] * quantization[i];
    }

    private static void Transform(Span<int> block, Span<byte> target, int width)
    {
        for (var x = 0; x < 8; x++)
            Columns(block[x..]);
        for (var y = 0; y < 8; y++)
            Row(block.Slice(y * 8, 8), target.Slice(y * width, 8));
    }

    private static void Columns(Span<int> block)
    {
        Span<long> output = stackalloc long[8];
        Line(block[0], block[8], block[16], block[24], block[32], block[40], block[48], block[56], output);
        for (var i = 0; i < 8; i++)
            block[i * 8] = (int)((output[i] + 512) >> 10);
    }

    private static void Row(ReadOnlySpan<int> row, Span<byte> target)
    {
        Span<long> output = stackalloc long[8];
        Line(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], output);
        for (var i = 0; i < 8; i++)
            target[i] = (byte)Math.Clamp(((output[i] + 65536) >> 17) + 128, 0, 255);
    }

    // Loeffler, Ligtenberg and Moschytz' transform; results are 2^12 times the one-dimensional transform times sqrt 8.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Line(long s0, long s1, long s2, long s3, long s4, long s5, long s6, long s7, Span<long> output)
    {
        var p1 = (s2 + s6) * Fixed(0.5411961);
        var t2 = p1 + (s6 * Fixed(-1.847759065));
        var t3 = p1 + (s2 * Fixed(0.765366865));
        var t0 = (s0 + s4) << Bits;
        var t1 = (s0 - s4) << Bits;
        var (x0, x3, x1, x2) = (t0 + t3, t0 - t3, t1 + t2, t1 - t2);
        var p5 = (s7 + s3 + s5 + s1) * Fixed(1.175875602);
        var (q1, q2) = (p5 + ((s7 + s1) * Fixed(-0.899976223)), p5 + ((s5 + s3) * Fixed(-2.562915447)));
        var (q3, q4) = ((s7 + s3) * Fixed(-1.961570560), (s5 + s1) * Fixed(-0.390180644));
        var y0 = (s7 * Fixed(0.298631336)) + q1 + q3;
        var y1 = (s5 * Fixed(2.053119869)) + q2 + q4;
        var y2 = (s3 * Fixed(3.072711026)) + q2 + q3;
        var y3 = (s1 * Fixed(1.501321110)) + q1 + q4;
        (output[0], output[7]) = (x0 + y3, x0 - y3);
        (output[1], output[6]) = (x1 + y2, x1 - y2);
        (output[2], output[5]) = (x2 + y1, x2 - y1);
        (output[3], output[4]) = (x3 + y0, x3 - y0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Fixed(double value) => (long)((value * (1 << Bits)) + (value < 0 ? -0.5 : 0.5));
}
