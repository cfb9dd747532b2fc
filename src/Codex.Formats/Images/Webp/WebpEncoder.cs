using System.Buffers.Binary;

namespace Codex.Formats.Images.Webp;

/// <summary>Encodes lossless WebP: differences to a guess from the neighbours, runs of equal ones as copies, prefix codes.</summary>
internal sealed class WebpEncoder
{
    private const int PredictorMode = 11;
    private const int LargestBlockBits = 9;
    private const int MaximumRun = 4096;
    private const int ShortestRun = 4;
    private const int PixelToTheLeft = 1;

    private readonly WebpBitWriter _writer = new();
    private readonly WebpCodeBook _green = new(WebpCodeGroup.GreenAlphabet);
    private readonly WebpCodeBook _red = new(256);
    private readonly WebpCodeBook _blue = new(256);
    private readonly WebpCodeBook _alpha = new(256);
    private readonly WebpCodeBook _distance = new(WebpCodeGroup.DistanceAlphabet);

    /// <summary>The file.</summary>
    /// <param name="image">At most 16384 pixels a side.</param>
    public static byte[] Encode(RasterImage image) => new WebpEncoder().Run(image);

    private byte[] Run(RasterImage image)
    {
        WriteHeader(image);
        var pixels = Predict(SubtractGreen(image), image.Width);
        Code(pixels, CountLiteral, CountRun);
        foreach (var book in (WebpCodeBook[])[_green, _red, _blue, _alpha, _distance])
            book.WriteCode(_writer);
        Code(pixels, WriteLiteral, WriteRun);
        return Wrap(_writer.Finish());
    }

    private void WriteHeader(RasterImage image)
    {
        _writer.Write(0x2F, 8);
        _writer.Write(image.Width - 1, 14);
        _writer.Write(image.Height - 1, 14);
        _writer.Write(1, 1);
        _writer.Write(0, 3);
        WriteTransform(WebpTransformKind.SubtractGreen);
        WriteTransform(WebpTransformKind.Predictor);
        _writer.Write(LargestBlockBits - 2, 3);
        WriteUniformImage(PredictorMode);
        _writer.Write(0, 3);
    }

    private void WriteTransform(WebpTransformKind kind)
    {
        _writer.Write(1, 1);
        _writer.Write((int)kind, 2);
    }

    // No colour cache, then five codes of one symbol each: the pixels themselves take no bits.
    private void WriteUniformImage(int greenValue)
    {
        _writer.Write(0, 1);
        foreach (var symbol in (ReadOnlySpan<int>)[greenValue, 0, 0, 0, 0])
        {
            _writer.Write(0b101, 3);
            _writer.Write(symbol, 8);
        }
    }

    private static uint[] SubtractGreen(RasterImage image)
    {
        var pixels = new uint[image.Width * image.Height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var pixel = image.Pixels.AsSpan(i * 4, 4);
            var (r, g, b) = (pixel[0], pixel[1], pixel[2]);
            pixels[i] = ((uint)pixel[3] << 24) | ((uint)(byte)(r - g) << 16) | ((uint)g << 8) | (byte)(b - g);
        }

        return pixels;
    }

    private static uint[] Predict(uint[] pixels, int width)
    {
        var result = new uint[pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            var guess = 0xFF000000;
            if (i >= width && i % width != 0)
                guess = WebpPredictor.Guess(PredictorMode, pixels, i, width);
            else if (i > 0)
                guess = i < width ? pixels[i - 1] : pixels[i - width];
            result[i] = WebpPredictor.Subtract(pixels[i], guess);
        }

        return result;
    }

    private static void Code(uint[] pixels, Action<uint> literal, Action<int> run)
    {
        for (var i = 0; i < pixels.Length;)
        {
            var length = i == 0 ? 0 : RunLength(pixels, i);
            if (length >= ShortestRun)
            {
                run(length);
                i += length;
            }
            else
            {
                literal(pixels[i++]);
            }
        }
    }

    private static int RunLength(uint[] pixels, int start)
    {
        var length = 0;
        while (length < MaximumRun && start + length < pixels.Length && pixels[start + length] == pixels[start - 1])
            length++;
        return length;
    }

    private void CountLiteral(uint pixel)
    {
        _green.Count((byte)(pixel >> 8));
        _red.Count((byte)(pixel >> 16));
        _blue.Count((byte)pixel);
        _alpha.Count((byte)(pixel >> 24));
    }

    private void CountRun(int length)
    {
        _green.Count(256 + Prefix(length, out _, out _));
        _distance.Count(PixelToTheLeft);
    }

    private void WriteLiteral(uint pixel)
    {
        _green.Write(_writer, (byte)(pixel >> 8));
        _red.Write(_writer, (byte)(pixel >> 16));
        _blue.Write(_writer, (byte)pixel);
        _alpha.Write(_writer, (byte)(pixel >> 24));
    }

    private void WriteRun(int length)
    {
        _green.Write(_writer, 256 + Prefix(length, out var extra, out var extraBits));
        _writer.Write(extra, extraBits);
        _distance.Write(_writer, PixelToTheLeft);
    }

    private static int Prefix(int length, out int extra, out int extraBits)
    {
        var value = length - 1;
        (extra, extraBits) = (0, 0);
        if (value < 4)
            return value;
        var highest = System.Numerics.BitOperations.Log2((uint)value);
        extraBits = highest - 1;
        extra = value & ((1 << extraBits) - 1);
        return (highest * 2) + ((value >> extraBits) & 1);
    }

    private static byte[] Wrap(byte[] data)
    {
        var padded = data.Length + (data.Length & 1);
        var file = new byte[20 + padded];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), 12 + padded);
        "WEBPVP8L"u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), data.Length);
        data.CopyTo(file.AsSpan(20));
        return file;
    }
}
