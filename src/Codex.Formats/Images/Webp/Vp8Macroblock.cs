namespace Codex.Formats.Images.Webp;

/// <summary>How a block of 16 by 16 pixels is coded. One instance is used for all blocks in turn.</summary>
internal sealed class Vp8Macroblock
{
    /// <summary>The luma mode of blocks that are predicted in 16 parts.</summary>
    public const int InParts = 4;

    /// <summary>Index into the segments.</summary>
    public int Segment { get; set; }

    /// <summary>0 average, 1 from above, 2 from the left, 3 gradient, 4 in parts.</summary>
    public int LumaMode { get; set; }

    /// <summary>As <see cref="LumaMode"/>, without parts.</summary>
    public int ChromaMode { get; set; }

    /// <summary>Whether the file holds no coefficients for it.</summary>
    public bool IsSkipped { get; set; }

    /// <summary>Whether any coefficient is not zero.</summary>
    public bool HasCoefficients { get; set; }

    /// <summary>The modes of the 16 parts.</summary>
    public int[] PartModes { get; } = new int[16];

    /// <summary>16 coefficients for each of 16 luma and 8 chroma blocks.</summary>
    public int[] Coefficients { get; } = new int[24 * 16];
}
