using System.IO.Compression;

namespace Codex.Formats.Images.Png;

/// <summary>Decodes PNG: every colour type and depth, interlaced or not.</summary>
internal static class PngDecoder
{
    // Deflate cannot expand more than this, so a small file that claims a huge image is refused before memory is taken.
    private const long LargestExpansion = 1032;

    /// <summary>Decodes a file that begins with the signature.</summary>
    public static RasterImage Decode(ReadOnlySpan<byte> data)
    {
        var chunks = PngChunks.Read(data);
        using var compressed = chunks.Compressed;
        if (chunks.Header is not { } header)
            throw ImageException.EndOfData();
        if (header.IsIndexed && chunks.Palette.IsEmpty)
            throw ImageException.Malformed(ImageFormat.Png, "the palette is missing");
        RasterImage.CheckSize(header.Width, header.Height);
        if ((compressed.Length + 16) * LargestExpansion < header.RowLength(header.Width) * header.Height)
            throw TooLittleData(chunks);
        var image = RasterImage.Create(header.Width, header.Height);
        DecodePasses(image, header, chunks);
        return image;
    }

    private static void DecodePasses(RasterImage image, PngHeader header, PngChunks chunks)
    {
        var pixels = new PngPixels(header, chunks.Palette, chunks.Transparency);
        using var inflated = new ZLibStream(chunks.Compressed, CompressionMode.Decompress, leaveOpen: true);
        try
        {
            foreach (var pass in header.IsInterlaced ? PngPass.Interlaced : PngPass.Single)
                DecodePass(image, header, pixels, pass, inflated);
        }
        catch (EndOfStreamException)
        {
            throw TooLittleData(chunks);
        }
        catch (InvalidDataException)
        {
            throw ImageException.Malformed(ImageFormat.Png, "Corrupt deflate stream.");
        }
    }

    private static ImageException TooLittleData(PngChunks chunks) => chunks.IsComplete
        ? ImageException.Malformed(ImageFormat.Png, "IDAT or fDAT chunk does not have enough data for image.")
        : ImageException.EndOfData();

    private static void DecodePass(RasterImage image, PngHeader header, PngPixels pixels, PngPass pass, ZLibStream inflated)
    {
        var width = (int)pass.Width(image.Width);
        if (width == 0)
            return;
        var rowLength = (int)header.RowLength(width);
        var row = new byte[rowLength + 1];
        var above = new byte[rowLength + 1];
        for (var y = pass.StartY; y < image.Height; y += pass.StepY)
        {
            inflated.ReadExactly(row);
            PngFilter.Restore(row[0], row.AsSpan(1), above.AsSpan(1), header.FilterDistance);
            pixels.Convert(row.AsSpan(1), width, image.Row(y)[(pass.StartX * 4)..], pass.StepX);
            (row, above) = (above, row);
        }
    }
}
