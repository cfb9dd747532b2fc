namespace Codex.Formats.Images.Webp;

/// <summary>The frame header that stands in the first partition (RFC 6386, section 9).</summary>
internal sealed class Vp8Header
{
    private readonly int[] _segmentQuantizers = new int[4];
    private readonly int[] _segmentFilters = new int[4];
    private bool _segmentsAreAbsolute;

    /// <summary>Whether macroblocks belong to segments.</summary>
    public bool HasSegments { get; private set; }

    /// <summary>Whether each macroblock says which.</summary>
    public bool HasSegmentMap { get; private set; }

    /// <summary>Probabilities of the segment tree.</summary>
    public byte[] SegmentProbabilities { get; } = [255, 255, 255];

    /// <summary>Whether the short loop filter is used.</summary>
    public bool UsesSimpleFilter { get; private set; }

    /// <summary>How much flat areas are spared by the filter.</summary>
    public int Sharpness { get; private set; }

    /// <summary>What is added to the filter level of every block of a key frame.</summary>
    public int IntraFilterDelta { get; private set; }

    /// <summary>What is added for macroblocks that are predicted in parts.</summary>
    public int PartsFilterDelta { get; private set; }

    /// <summary>The power of two of the number of token partitions.</summary>
    public int PartitionBits { get; private set; }

    /// <summary>The segments; one when there are none.</summary>
    public Vp8Segment[] Segments { get; private set; } = [];

    /// <summary>Probabilities of coefficient tokens.</summary>
    public byte[] Coefficients { get; } = Vp8CoefficientTables.Defaults.ToArray();

    /// <summary>The probability that a macroblock has coefficients; -1 when all do.</summary>
    public int SkipProbability { get; private set; } = -1;

    /// <summary>Reads the header.</summary>
    public static Vp8Header Read(Vp8Bits bits)
    {
        var header = new Vp8Header();
        bits.Number(2);
        header.ReadSegments(bits);
        header.UsesSimpleFilter = bits.Flag();
        var filterLevel = bits.Number(6);
        header.Sharpness = bits.Number(3);
        header.ReadFilterDeltas(bits);
        header.PartitionBits = bits.Number(2);
        header.ReadQuantizers(bits, filterLevel);
        bits.Flag();
        for (var i = 0; i < header.Coefficients.Length; i++)
        {
            if (bits.Take(Vp8CoefficientTables.Updates[i]))
                header.Coefficients[i] = (byte)bits.Number(8);
        }

        if (bits.Flag())
            header.SkipProbability = bits.Number(8);
        return header;
    }

    private void ReadSegments(Vp8Bits bits)
    {
        HasSegments = bits.Flag();
        if (!HasSegments)
            return;
        HasSegmentMap = bits.Flag();
        if (bits.Flag())
        {
            _segmentsAreAbsolute = bits.Flag();
            for (var i = 0; i < 4; i++)
                _segmentQuantizers[i] = bits.OptionalSigned(7);
            for (var i = 0; i < 4; i++)
                _segmentFilters[i] = bits.OptionalSigned(6);
        }

        for (var i = 0; i < 3 && HasSegmentMap; i++)
            SegmentProbabilities[i] = bits.Flag() ? (byte)bits.Number(8) : (byte)255;
    }

    private void ReadFilterDeltas(Vp8Bits bits)
    {
        if (!bits.Flag() || !bits.Flag())
            return;
        for (var i = 0; i < 8; i++)
        {
            var delta = bits.OptionalSigned(6);
            if (i == 0)
                IntraFilterDelta = delta;
            else if (i == 4)
                PartsFilterDelta = delta;
        }
    }

    private void ReadQuantizers(Vp8Bits bits, int filterLevel)
    {
        var index = bits.Number(7);
        var deltas = new int[5];
        for (var i = 0; i < 5; i++)
            deltas[i] = bits.OptionalSigned(4);
        Segments = new Vp8Segment[HasSegments ? 4 : 1];
        for (var i = 0; i < Segments.Length; i++)
        {
            var quantizer = Of(index, _segmentQuantizers[i]);
            Segments[i] = Steps(quantizer, deltas, Math.Clamp(Of(filterLevel, _segmentFilters[i]), 0, 63));
        }
    }

    private int Of(int common, int own)
    {
        if (!HasSegments)
            return common;
        return _segmentsAreAbsolute ? own : common + own;
    }

    private static Vp8Segment Steps(int index, int[] deltas, int filterLevel) => new(
        Dc(index + deltas[0]),
        Ac(index),
        Dc(index + deltas[1]) * 2,
        Math.Max(8, Ac(index + deltas[2]) * 155 / 100),
        Math.Min(132, Dc(index + deltas[3])),
        Ac(index + deltas[4]),
        filterLevel);

    private static int Dc(int index) => Vp8QuantizerTables.Dc[Math.Clamp(index, 0, 127)];

    private static int Ac(int index) => Vp8QuantizerTables.Ac[Math.Clamp(index, 0, 127)];
}
