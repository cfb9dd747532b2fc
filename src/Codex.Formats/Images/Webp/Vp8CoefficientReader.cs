namespace Codex.Formats.Images.Webp;

/// <summary>Reads the coefficients of macroblocks (RFC 6386, section 13).</summary>
internal sealed class Vp8CoefficientReader(Vp8Header header, int macroblocksAcross)
{
    private const int ContextLength = 9;
    private const int LumaWithoutDc = 0;
    private const int SecondOrder = 1;
    private const int Chroma = 2;
    private const int LumaWithDc = 3;

    private static ReadOnlySpan<byte> Bands => [0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0];

    private static ReadOnlySpan<byte> Zigzag => [0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15];

    private readonly byte[] _above = new byte[macroblocksAcross * ContextLength];
    private readonly byte[] _left = new byte[ContextLength];
    private readonly int[] _second = new int[16];

    /// <summary>Starts a row.</summary>
    public void StartRow() => _left.AsSpan().Clear();

    /// <summary>Reads all coefficients of a macroblock, multiplied by their step sizes.</summary>
    public void Read(Vp8Bits bits, Vp8Macroblock block, int column)
    {
        var context = _above.AsSpan(column * ContextLength, ContextLength);
        block.Coefficients.AsSpan().Clear();
        block.HasCoefficients = false;
        var inParts = block.LumaMode == Vp8Macroblock.InParts;
        if (block.IsSkipped)
        {
            Forget(context, inParts);
            Forget(_left, inParts);
            return;
        }

        var segment = header.Segments[block.Segment];
        if (!inParts)
            ReadSecond(bits, block, segment, context);
        for (var i = 0; i < 16; i++)
            ReadBlock(bits, block, i, inParts ? LumaWithDc : LumaWithoutDc, segment.LumaDc, segment.LumaAc, ref context[i & 3], ref _left[i >> 2]);
        for (var i = 0; i < 8; i++)
        {
            var plane = 4 + (i >> 2 << 1);
            ReadBlock(bits, block, 16 + i, Chroma, segment.ChromaDc, segment.ChromaAc, ref context[plane + (i & 1)], ref _left[plane + ((i >> 1) & 1)]);
        }
    }

    private static void Forget(Span<byte> context, bool keepSecond) => context[..(keepSecond ? 8 : 9)].Clear();

    private void ReadSecond(Vp8Bits bits, Vp8Macroblock block, Vp8Segment segment, Span<byte> context)
    {
        _second.AsSpan().Clear();
        var count = ReadTokens(bits, SecondOrder, context[8] + _left[8], 0, segment.SecondDc, segment.SecondAc, _second);
        context[8] = _left[8] = (byte)(count > 0 ? 1 : 0);
        if (count == 0)
            return;
        block.HasCoefficients = true;
        Vp8Transform.Second(_second, block.Coefficients);
    }

    private void ReadBlock(Vp8Bits bits, Vp8Macroblock block, int index, int type, int dc, int ac, ref byte contextAbove, ref byte contextLeft)
    {
        var first = type == LumaWithoutDc ? 1 : 0;
        var count = ReadTokens(bits, type, contextAbove + contextLeft, first, dc, ac, block.Coefficients.AsSpan(index * 16, 16));
        contextAbove = contextLeft = (byte)(count > first ? 1 : 0);
        block.HasCoefficients |= count > first;
    }

    // Returns the place behind the last coefficient.
    private int ReadTokens(Vp8Bits bits, int type, int context, int first, int dc, int ac, Span<int> output)
    {
        var position = first;
        var probabilities = Probabilities(type, position, context);
        if (!bits.Take(probabilities[0]))
            return first;
        while (true)
        {
            while (!bits.Take(probabilities[1]))
            {
                if (++position == 16)
                    return 16;
                probabilities = Probabilities(type, position, 0);
            }

            var value = ReadValue(bits, probabilities);
            output[Zigzag[position]] = (bits.Flag() ? -value : value) * (position == 0 ? dc : ac);
            if (++position == 16)
                return 16;
            probabilities = Probabilities(type, position, value == 1 ? 1 : 2);
            if (!bits.Take(probabilities[0]))
                return position;
        }
    }

    private ReadOnlySpan<byte> Probabilities(int type, int position, int context) =>
        header.Coefficients.AsSpan((((((type * 8) + Bands[position]) * 3) + context) * 11), 11);

    private static int ReadValue(Vp8Bits bits, ReadOnlySpan<byte> probabilities)
    {
        if (!bits.Take(probabilities[2]))
            return 1;
        if (!bits.Take(probabilities[3]))
            return !bits.Take(probabilities[4]) ? 2 : bits.Take(probabilities[5]) ? 4 : 3;
        if (!bits.Take(probabilities[6]))
            return !bits.Take(probabilities[7]) ? 5 + Extra(bits, [159]) : 7 + Extra(bits, [165, 145]);
        if (!bits.Take(probabilities[8]))
            return !bits.Take(probabilities[9]) ? 11 + Extra(bits, [173, 148, 140]) : 19 + Extra(bits, [176, 155, 140, 135]);
        return !bits.Take(probabilities[10])
            ? 35 + Extra(bits, [180, 157, 141, 134, 130])
            : 67 + Extra(bits, [254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129]);
    }

    private static int Extra(Vp8Bits bits, ReadOnlySpan<byte> probabilities)
    {
        var value = 0;
        foreach (var probability in probabilities)
            value = (value << 1) | (bits.Take(probability) ? 1 : 0);
        return value;
    }
}
