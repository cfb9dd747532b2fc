namespace Codex.Formats.Images.Webp;

/// <summary>What was done to the pixels before coding; the numbers are those of the file.</summary>
internal enum WebpTransformKind
{
    /// <summary>Pixels are differences to a guess from their neighbours.</summary>
    Predictor = 0,

    /// <summary>Red and blue are differences to a share of the other colours.</summary>
    CrossColor = 1,

    /// <summary>Red and blue are differences to green.</summary>
    SubtractGreen = 2,

    /// <summary>Green is an index into a table of colours.</summary>
    ColorIndexing = 3,
}
