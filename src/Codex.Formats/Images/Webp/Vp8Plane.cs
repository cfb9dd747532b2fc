namespace Codex.Formats.Images.Webp;

/// <summary>
/// Samples of luma or of a colour difference. A row above and a column on the left hold what prediction sees outside the
/// picture; the row is four samples longer for predictions that look to the right.
/// </summary>
internal sealed class Vp8Plane
{
    /// <summary>Makes a plane for so many macroblocks of <paramref name="blockSide"/> samples a side.</summary>
    public Vp8Plane(int macroblocksAcross, int macroblocksDown, int blockSide)
    {
        Width = macroblocksAcross * blockSide;
        Height = macroblocksDown * blockSide;
        Stride = Width + 5;
        Samples = new byte[Stride * (Height + 1)];
        Samples.AsSpan(0, Stride).Fill(127);
        for (var y = 0; y < Height; y++)
            Samples[At(-1, y)] = 129;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Samples from one row to the next.</summary>
    public int Stride { get; }

    public byte[] Samples { get; }

    /// <summary>The place of a sample; -1 is outside the picture.</summary>
    public int At(int x, int y) => ((y + 1) * Stride) + x + 1;
}
