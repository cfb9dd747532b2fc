using System.Buffers.Binary;

namespace Codex.Formats.Images.Png;

/// <summary>The <c>IHDR</c> chunk.</summary>
internal sealed record PngHeader(long Width, long Height, int BitDepth, int ColorType, bool IsInterlaced)
{
    private const int Gray = 0;
    private const int Rgb = 2;
    private const int Palette = 3;
    private const int GrayAlpha = 4;
    private const int Rgba = 6;

    /// <summary>Whether pixels are indexes into a palette.</summary>
    public bool IsIndexed => ColorType == Palette;

    /// <summary>Whether a pixel is one gray value, without alpha.</summary>
    public bool IsPlainGray => ColorType == Gray;

    /// <summary>Samples a pixel.</summary>
    public int Channels => ColorType switch { Rgb => 3, GrayAlpha => 2, Rgba => 4, _ => 1 };

    /// <summary>Bytes from a sample to the same sample of the pixel to the left; at least one.</summary>
    public int FilterDistance => Math.Max(1, Channels * BitDepth / 8);

    /// <summary>Bytes of a row of so many pixels, without the filter byte.</summary>
    public long RowLength(long width) => ((width * Channels * BitDepth) + 7) / 8;

    /// <summary>Reads the chunk's data.</summary>
    public static PngHeader Parse(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13)
            throw ImageException.Malformed(ImageFormat.Png, "the header has a wrong length");
        var header = new PngHeader(
            BinaryPrimitives.ReadUInt32BigEndian(data),
            BinaryPrimitives.ReadUInt32BigEndian(data[4..]),
            data[8],
            data[9],
            data[12] != 0);
        if (header.Width == 0 || header.Height == 0)
            throw ImageException.Malformed(ImageFormat.Png, "Invalid image dimensions");
        if (data[10] != 0)
            throw ImageException.Malformed(ImageFormat.Png, $"Unknown compression method {data[10]}.");
        if (data[11] != 0 || data[12] > 1 || !header.HasKnownDepth())
            throw ImageException.Malformed(ImageFormat.Png, "the header has impossible values");
        return header;
    }

    private bool HasKnownDepth() => ColorType switch
    {
        Gray => BitDepth is 1 or 2 or 4 or 8 or 16,
        Palette => BitDepth is 1 or 2 or 4 or 8,
        Rgb or GrayAlpha or Rgba => BitDepth is 8 or 16,
        _ => false,
    };
}
