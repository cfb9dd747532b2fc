namespace Codex.Formats.Images.Webp;

/// <summary>Reads how macroblocks are predicted (RFC 6386, section 11).</summary>
internal sealed class Vp8ModeReader(Vp8Header header, int macroblocksAcross)
{
    // Leaves are negative, minus one.
    private static ReadOnlySpan<sbyte> PartTree => [-1, 2, -2, 4, -3, 6, 8, 12, -4, 10, -6, -7, -5, 14, -8, 16, -9, -10];

    private readonly int[] _above = new int[macroblocksAcross * 4];
    private readonly int[] _left = new int[4];

    /// <summary>Starts a row.</summary>
    public void StartRow() => _left.AsSpan().Clear();

    /// <summary>Reads the modes of a macroblock.</summary>
    public void Read(Vp8Bits bits, Vp8Macroblock block, int column)
    {
        block.Segment = header.HasSegmentMap ? ReadSegment(bits) : 0;
        block.IsSkipped = header.SkipProbability >= 0 && bits.Take(header.SkipProbability);
        block.LumaMode = ReadLuma(bits);
        if (block.LumaMode == Vp8Macroblock.InParts)
            ReadParts(bits, block, column);
        else
            FillContext(block.LumaMode, column);
        block.ChromaMode = ReadChroma(bits);
    }

    private int ReadSegment(Vp8Bits bits)
    {
        var probabilities = header.SegmentProbabilities;
        return bits.Take(probabilities[0]) ? 2 + (bits.Take(probabilities[2]) ? 1 : 0) : bits.Take(probabilities[1]) ? 1 : 0;
    }

    private static int ReadLuma(Vp8Bits bits)
    {
        if (!bits.Take(145))
            return Vp8Macroblock.InParts;
        if (!bits.Take(156))
            return bits.Take(163) ? 1 : 0;
        return bits.Take(128) ? 3 : 2;
    }

    private static int ReadChroma(Vp8Bits bits)
    {
        if (!bits.Take(142))
            return 0;
        if (!bits.Take(114))
            return 1;
        return bits.Take(183) ? 3 : 2;
    }

    private void ReadParts(Vp8Bits bits, Vp8Macroblock block, int column)
    {
        for (var i = 0; i < 16; i++)
        {
            ref var aboveMode = ref _above[(column * 4) + (i & 3)];
            ref var leftMode = ref _left[i >> 2];
            var probabilities = Vp8ModeTables.BlockModes.Slice(((aboveMode * 10) + leftMode) * 9, 9);
            var node = 0;
            do
                node = PartTree[node + (bits.Take(probabilities[node >> 1]) ? 1 : 0)];
            while (node > 0);
            block.PartModes[i] = aboveMode = leftMode = -node - 1;
        }
    }

    // The neighbours of a block that is predicted as a whole see the part mode that is most like it.
    private void FillContext(int lumaMode, int column)
    {
        var mode = lumaMode switch { 0 => 0, 1 => 2, 2 => 3, _ => 1 };
        _above.AsSpan(column * 4, 4).Fill(mode);
        _left.AsSpan().Fill(mode);
    }
}
