namespace Codex.Formats.Images;

/// <summary>A decoded image.</summary>
/// <param name="Width">Pixels in a row; positive.</param>
/// <param name="Height">Rows; positive.</param>
/// <param name="Pixels">Red, green, blue, alpha (not multiplied in), a byte each, row by row.</param>
internal sealed record RasterImage(int Width, int Height, byte[] Pixels)
{
    /// <summary>The most memory that one decoded image may take; the original has the same limit.</summary>
    private const long MaximumByteCount = 512L * 1024 * 1024;

    /// <summary>A row of pixels.</summary>
    public Span<byte> Row(int y) => Pixels.AsSpan(y * Width * 4, Width * 4);

    /// <summary>An image of transparent black; an <see cref="ImageException"/> when it would be too large or empty.</summary>
    public static RasterImage Create(long width, long height)
    {
        CheckSize(width, height);
        return new RasterImage((int)width, (int)height, new byte[width * height * 4]);
    }

    /// <summary>Refuses sizes before anything of that size is allocated.</summary>
    public static void CheckSize(long width, long height)
    {
        if (width <= 0 || height <= 0)
            throw ImageException.Unsupported("the image is empty");
        if (width > MaximumByteCount || height > MaximumByteCount || width * height * 4 > MaximumByteCount)
            throw ImageException.TooLarge();
    }
}
