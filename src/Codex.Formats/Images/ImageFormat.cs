namespace Codex.Formats.Images;

/// <summary>The image formats that are understood.</summary>
public enum ImageFormat
{
    /// <summary>Portable Network Graphics.</summary>
    Png,

    /// <summary>JPEG, baseline and progressive.</summary>
    Jpeg,

    /// <summary>GIF; the first frame counts.</summary>
    Gif,

    /// <summary>WebP, lossy and lossless; of an animation the first frame counts.</summary>
    Webp,
}
