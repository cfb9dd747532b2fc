namespace Codex.Formats.Images.Png;

/// <summary>Which pixels of the image a pass holds: all of them, or one of the seven grids of an interlaced image.</summary>
internal sealed record PngPass(int StartX, int StartY, int StepX, int StepY)
{
    /// <summary>The passes of an image that is not interlaced.</summary>
    public static IReadOnlyList<PngPass> Single { get; } = [new(0, 0, 1, 1)];

    /// <summary>The passes of an interlaced image (Adam7).</summary>
    public static IReadOnlyList<PngPass> Interlaced { get; } =
    [
        new(0, 0, 8, 8), new(4, 0, 8, 8), new(0, 4, 4, 8), new(2, 0, 4, 4), new(0, 2, 2, 4), new(1, 0, 2, 2), new(0, 1, 1, 2),
    ];

    /// <summary>Pixels in a row of the pass.</summary>
    public long Width(long imageWidth) => (imageWidth - StartX + StepX - 1) / StepX;

    /// <summary>Rows of the pass.</summary>
    public long Height(long imageHeight) => (imageHeight - StartY + StepY - 1) / StepY;
}
