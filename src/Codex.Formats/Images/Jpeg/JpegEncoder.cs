using System.Buffers.Binary;
using System.Numerics;

namespace Codex.Formats.Images.Jpeg;

/// <summary>Encodes baseline JPEG with full colour resolution and Huffman tables made for the image; alpha is dropped.</summary>
internal sealed class JpegEncoder
{
    private readonly RasterImage _image;
    private readonly byte[][] _quantization;
    private readonly float[][] _factors;
    private readonly JpegCodeBook[] _dcBooks = [new(), new()];
    private readonly JpegCodeBook[] _acBooks = [new(), new()];
    private readonly int _blocksAcross;
    private readonly int _blocksDown;
    private readonly short[] _coefficients;

    private JpegEncoder(RasterImage image, int quality)
    {
        _image = image;
        _quantization = [JpegQuantization.OfLuminance(quality), JpegQuantization.OfChrominance(quality)];
        _factors = [JpegForwardTransform.Factors(_quantization[0]), JpegForwardTransform.Factors(_quantization[1])];
        _blocksAcross = (image.Width + 7) / 8;
        _blocksDown = (image.Height + 7) / 8;
        _coefficients = new short[(long)_blocksAcross * _blocksDown * 3 * 64];
    }

    /// <summary>The file.</summary>
    /// <param name="image">At most 65535 pixels a side.</param>
    /// <param name="quality">1 to 100.</param>
    public static byte[] Encode(RasterImage image, int quality) => new JpegEncoder(image, quality).Run();

    private byte[] Run()
    {
        TransformBlocks();
        ForEachBlock((block, difference, isColour) => CountBlock(block, difference, isColour));
        foreach (var book in (JpegCodeBook[])[.. _dcBooks, .. _acBooks])
            book.Build();
        using var file = new MemoryStream();
        WriteHeaders(file);
        var writer = new JpegBitWriter(file);
        ForEachBlock((block, difference, isColour) => WriteBlock(writer, block, difference, isColour));
        writer.Finish();
        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    private void TransformBlocks()
    {
        Span<float> planes = stackalloc float[3 * 64];
        for (var i = 0; i < _blocksAcross * _blocksDown; i++)
        {
            var (row, column) = Math.DivRem(i, _blocksAcross);
            LoadBlock(column * 8, row * 8, planes);
            for (var plane = 0; plane < 3; plane++)
            {
                var target = _coefficients.AsSpan(((i * 3) + plane) * 64, 64);
                JpegForwardTransform.Run(planes.Slice(plane * 64, 64), _factors[plane == 0 ? 0 : 1], target);
            }
        }
    }

    // Pixels beyond the edges repeat the last one.
    private void LoadBlock(int left, int top, Span<float> planes)
    {
        for (var y = 0; y < 8; y++)
        {
            var row = _image.Row(Math.Min(top + y, _image.Height - 1));
            for (var x = 0; x < 8; x++)
            {
                var pixel = row.Slice(Math.Min(left + x, _image.Width - 1) * 4, 4);
                float red = pixel[0], green = pixel[1], blue = pixel[2];
                var i = (y * 8) + x;
                planes[i] = (0.299f * red) + (0.587f * green) + (0.114f * blue) - 128;
                planes[64 + i] = (-0.168736f * red) - (0.331264f * green) + (0.5f * blue);
                planes[128 + i] = (0.5f * red) - (0.418688f * green) - (0.081312f * blue);
            }
        }
    }

    private void ForEachBlock(Action<ReadOnlyMemory<short>, int, int> action)
    {
        var previous = new int[3];
        for (var i = 0; i * 64 < _coefficients.Length; i++)
        {
            var plane = i % 3;
            var block = _coefficients.AsMemory(i * 64, 64);
            var dc = block.Span[0];
            action(block, dc - previous[plane], plane == 0 ? 0 : 1);
            previous[plane] = dc;
        }
    }

    private void CountBlock(ReadOnlyMemory<short> block, int difference, int book)
    {
        _dcBooks[book].Count(Size(difference));
        var run = 0;
        foreach (var value in block.Span[1..])
        {
            if (value == 0)
            {
                run++;
                continue;
            }

            for (; run > 15; run -= 16)
                _acBooks[book].Count(0xF0);
            _acBooks[book].Count((run << 4) | Size(value));
            run = 0;
        }

        if (run > 0)
            _acBooks[book].Count(0);
    }

    private void WriteBlock(JpegBitWriter writer, ReadOnlyMemory<short> block, int difference, int book)
    {
        _dcBooks[book].Write(writer, Size(difference));
        WriteValue(writer, difference);
        var run = 0;
        foreach (var value in block.Span[1..])
        {
            if (value == 0)
            {
                run++;
                continue;
            }

            for (; run > 15; run -= 16)
                _acBooks[book].Write(writer, 0xF0);
            _acBooks[book].Write(writer, (run << 4) | Size(value));
            WriteValue(writer, value);
            run = 0;
        }

        if (run > 0)
            _acBooks[book].Write(writer, 0);
    }

    private static int Size(int value) => 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(value));

    private static void WriteValue(JpegBitWriter writer, int value) => writer.Write(value < 0 ? value - 1 : value, Size(value));

    private void WriteHeaders(MemoryStream file)
    {
        file.Write([0xFF, 0xD8]);
        WriteSegment(file, 0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        WriteSegment(file, 0xDB, [0, .. _quantization[0], 1, .. _quantization[1]]);
        Span<byte> frame = [8, 0, 0, 0, 0, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1];
        BinaryPrimitives.WriteUInt16BigEndian(frame[1..], (ushort)_image.Height);
        BinaryPrimitives.WriteUInt16BigEndian(frame[3..], (ushort)_image.Width);
        WriteSegment(file, 0xC0, frame);
        for (var i = 0; i < 2; i++)
        {
            WriteSegment(file, 0xC4, [(byte)i, .. _dcBooks[i].Describe()]);
            WriteSegment(file, 0xC4, [(byte)(0x10 | i), .. _acBooks[i].Describe()]);
        }

        WriteSegment(file, 0xDA, [3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]);
    }

    private static void WriteSegment(MemoryStream file, byte marker, ReadOnlySpan<byte> body)
    {
        var length = body.Length + 2;
        file.Write([0xFF, marker, (byte)(length >> 8), (byte)length]);
        file.Write(body);
    }
}
