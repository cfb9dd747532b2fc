using System.Buffers.Binary;
using System.IO.Compression;

namespace Codex.Formats.Images.Png;

/// <summary>Encodes PNG with eight bits a sample and alpha; each row uses the filter that leaves the smallest differences.</summary>
internal static class PngEncoder
{
    private const int PixelLength = 4;

    /// <summary>The file.</summary>
    public static byte[] Encode(RasterImage image)
    {
        using var file = new MemoryStream();
        file.Write(ImageSniffer.PngSignature);
        WriteHeader(file, image);
        WriteChunk(file, "IDAT"u8, Compress(image));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void WriteHeader(MemoryStream file, RasterImage image)
    {
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        header[8] = 8;
        header[9] = 6;
        header[10..].Clear();
        WriteChunk(file, "IHDR"u8, header);
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        file.Write(number);
        file.Write(type);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(type, body));
        file.Write(number);
    }

    private static ReadOnlySpan<byte> Compress(RasterImage image)
    {
        var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var above = new byte[image.Width * PixelLength];
            var candidate = new byte[above.Length + 1];
            var best = new byte[above.Length + 1];
            for (var y = 0; y < image.Height; y++)
            {
                var row = image.Row(y);
                FilterBest(row, above, ref candidate, ref best);
                deflate.Write(best);
                row.CopyTo(above);
            }
        }

        return compressed.GetBuffer().AsSpan(0, (int)compressed.Length);
    }

    private static void FilterBest(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, ref byte[] candidate, ref byte[] best)
    {
        var smallest = long.MaxValue;
        foreach (var type in (ReadOnlySpan<byte>)[1, 2, 4])
        {
            candidate[0] = type;
            var size = Filter(type, row, above, candidate.AsSpan(1));
            if (size >= smallest)
                continue;
            smallest = size;
            (candidate, best) = (best, candidate);
        }
    }

    // Returns the sum of the differences, a good guess at what deflate makes of them.
    private static long Filter(int type, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> output)
    {
        var sum = 0L;
        for (var i = 0; i < row.Length; i++)
        {
            var left = i < PixelLength ? (byte)0 : row[i - PixelLength];
            var diagonal = i < PixelLength ? (byte)0 : above[i - PixelLength];
            var guess = type switch { 1 => left, 2 => above[i], _ => PngFilter.Paeth(left, above[i], diagonal) };
            var difference = (byte)(row[i] - guess);
            output[i] = difference;
            sum += Math.Abs((int)(sbyte)difference);
        }

        return sum;
    }
}
