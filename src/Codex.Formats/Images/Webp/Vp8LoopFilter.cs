namespace Codex.Formats.Images.Webp;

/// <summary>Smooths the edges of blocks once the whole picture is there (RFC 6386, section 15).</summary>
internal sealed class Vp8LoopFilter(Vp8Header header, int across, int down)
{
    private readonly byte[] _levels = new byte[across * down];
    private readonly bool[] _hasInnerEdges = new bool[across * down];

    /// <summary>Remembers what the filter must know about a macroblock.</summary>
    public void Note(Vp8Macroblock block, int column, int row)
    {
        var inParts = block.LumaMode == Vp8Macroblock.InParts;
        var level = header.Segments[block.Segment].FilterLevel + header.IntraFilterDelta + (inParts ? header.PartsFilterDelta : 0);
        _levels[(row * across) + column] = (byte)Math.Clamp(level, 0, 63);
        _hasInnerEdges[(row * across) + column] = inParts || block.HasCoefficients;
    }

    /// <summary>Filters the picture.</summary>
    public void Run(Vp8Plane luma, Vp8Plane blue, Vp8Plane red)
    {
        for (var i = 0; i < _levels.Length; i++)
        {
            if (_levels[i] == 0)
                continue;
            var (row, column) = Math.DivRem(i, across);
            var inner = InnerLimit(_levels[i]);
            if (header.UsesSimpleFilter)
            {
                FilterBlock(luma, column, row, 16, _hasInnerEdges[i], new Vp8EdgeFilter(_levels[i], inner, IsSimple: true));
                continue;
            }

            var edges = new Vp8EdgeFilter(_levels[i], inner, IsSimple: false);
            FilterBlock(luma, column, row, 16, _hasInnerEdges[i], edges);
            FilterBlock(blue, column, row, 8, _hasInnerEdges[i], edges);
            FilterBlock(red, column, row, 8, _hasInnerEdges[i], edges);
        }
    }

    private int InnerLimit(int level)
    {
        if (header.Sharpness > 0)
            level = Math.Min(level >> (header.Sharpness > 4 ? 2 : 1), 9 - header.Sharpness);
        return Math.Max(1, level);
    }

    private static void FilterBlock(Vp8Plane plane, int column, int row, int side, bool hasInnerEdges, Vp8EdgeFilter filter)
    {
        var start = plane.At(column * side, row * side);
        if (column > 0)
            filter.Outer(plane.Samples, start, 1, plane.Stride, side);
        for (var x = 4; x < side && hasInnerEdges; x += 4)
            filter.Inner(plane.Samples, start + x, 1, plane.Stride, side);
        if (row > 0)
            filter.Outer(plane.Samples, start, plane.Stride, 1, side);
        for (var y = 4; y < side && hasInnerEdges; y += 4)
            filter.Inner(plane.Samples, start + (y * plane.Stride), plane.Stride, 1, side);
    }
}
