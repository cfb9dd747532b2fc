using System.Buffers.Binary;

namespace Codex.Formats.Images.Gif;

/// <summary>Decodes the first frame of a GIF onto its canvas; what the frame does not cover is transparent.</summary>
internal static class GifDecoder
{
    private const byte Trailer = 0x3B;
    private const byte Extension = 0x21;
    private const byte ImageSeparator = 0x2C;
    private const byte GraphicControl = 0xF9;

    /// <summary>Decodes a file that begins with the signature.</summary>
    public static RasterImage Decode(ReadOnlySpan<byte> data)
    {
        var reader = new GifReader(data[6..]);
        var screen = reader.Take(7);
        var canvas = RasterImage.Create(BinaryPrimitives.ReadUInt16LittleEndian(screen), BinaryPrimitives.ReadUInt16LittleEndian(screen[2..]));
        var palette = Palette(ref reader, screen[4]);
        var transparent = -1;
        while (true)
        {
            switch (reader.TakeByte())
            {
                case Extension:
                    ReadExtension(ref reader, ref transparent);
                    break;
                case ImageSeparator:
                    ReadFrame(ref reader, canvas, palette, transparent);
                    return canvas;
                case Trailer:
                    throw ImageException.Malformed(ImageFormat.Gif, "it has no frame");
                default:
                    throw ImageException.Malformed(ImageFormat.Gif, "unknown block type encountered");
            }
        }
    }

    private static ReadOnlySpan<byte> Palette(ref GifReader reader, byte flags) =>
        (flags & 0x80) != 0 ? reader.Take(3 << ((flags & 7) + 1)) : [];

    private static void ReadExtension(ref GifReader reader, ref int transparent)
    {
        var isControl = reader.TakeByte() == GraphicControl;
        for (var isFirst = true; reader.TakeBlock() is { IsEmpty: false } block; isFirst = false)
        {
            if (isControl && isFirst && block.Length >= 4 && (block[0] & 1) != 0)
                transparent = block[3];
        }
    }

    private static void ReadFrame(ref GifReader reader, RasterImage canvas, scoped ReadOnlySpan<byte> palette, int transparent)
    {
        var descriptor = reader.Take(9);
        var left = BinaryPrimitives.ReadUInt16LittleEndian(descriptor);
        var top = BinaryPrimitives.ReadUInt16LittleEndian(descriptor[2..]);
        var width = BinaryPrimitives.ReadUInt16LittleEndian(descriptor[4..]);
        var height = BinaryPrimitives.ReadUInt16LittleEndian(descriptor[6..]);
        var local = Palette(ref reader, descriptor[8]);
        scoped var colours = local.IsEmpty ? palette : local;
        if (colours.IsEmpty)
            throw ImageException.Malformed(ImageFormat.Gif, "no color table available for current frame");
        RasterImage.CheckSize(width, height);
        var row = new byte[width];
        var lzw = new GifLzw(reader.TakeByte());
        foreach (var y in (descriptor[8] & 0x40) != 0 ? InterlacedRows(height) : Enumerable.Range(0, height))
        {
            lzw.ReadRow(ref reader, row);
            if (top + y < canvas.Height)
                Paint(row, colours, transparent, canvas.Row(top + y), left);
        }
    }

    private static IEnumerable<int> InterlacedRows(int height)
    {
        foreach (var (start, step) in ((int, int)[])[(0, 8), (4, 8), (2, 4), (1, 2)])
        {
            for (var y = start; y < height; y += step)
                yield return y;
        }
    }

    private static void Paint(ReadOnlySpan<byte> row, ReadOnlySpan<byte> colours, int transparent, Span<byte> target, int left)
    {
        for (var x = 0; x < row.Length && (left + x) * 4 < target.Length; x++)
        {
            var index = row[x];
            if (index == transparent || (index * 3) + 3 > colours.Length)
                continue;
            var pixel = target.Slice((left + x) * 4, 4);
            colours.Slice(index * 3, 3).CopyTo(pixel);
            pixel[3] = 255;
        }
    }
}
