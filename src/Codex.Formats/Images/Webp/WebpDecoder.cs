using System.Buffers.Binary;

namespace Codex.Formats.Images.Webp;

/// <summary>Decodes WebP: lossy, with or without a separate alpha plane, lossless, and the first frame of animations.</summary>
internal static class WebpDecoder
{
    private const int FileHeaderLength = 12;
    private const int FrameHeaderLength = 16;

    /// <summary>Decodes a file that begins with the signature.</summary>
    public static RasterImage Decode(ReadOnlySpan<byte> data) => DecodeChunks(data[FileHeaderLength..], canvas: null);

    /// <summary>An error about damaged contents.</summary>
    public static ImageException Malformed(string detail) => ImageException.Malformed(ImageFormat.Webp, detail);

    private static RasterImage DecodeChunks(ReadOnlySpan<byte> data, RasterImage? canvas)
    {
        ReadOnlySpan<byte> alpha = default;
        while (TryTakeChunk(ref data, out var name, out var body))
        {
            if (name.SequenceEqual("VP8L"u8))
                return WebpLosslessDecoder.Decode(body);
            if (name.SequenceEqual("VP8 "u8))
                return WebpAlpha.Apply(Vp8Decoder.Decode(body), alpha);
            if (name.SequenceEqual("ALPH"u8))
                alpha = body;
            else if (name.SequenceEqual("VP8X"u8) && body.Length >= 10)
                canvas = RasterImage.Create(Int24(body[4..]) + 1, Int24(body[7..]) + 1);
            else if (name.SequenceEqual("ANMF"u8) && body.Length >= FrameHeaderLength && canvas is not null)
                return Place(canvas, DecodeChunks(body[FrameHeaderLength..], canvas: null), Int24(body) * 2, Int24(body[3..]) * 2);
        }

        throw ImageException.EndOfData();
    }

    // The last chunk may be cut off; its decoder finds out.
    private static bool TryTakeChunk(scoped ref ReadOnlySpan<byte> data, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> body)
    {
        name = body = default;
        if (data.Length < 8)
            return false;
        name = data[..4];
        var length = BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
        data = data[8..];
        body = data[..(int)Math.Min(length, (uint)data.Length)];
        data = data[(int)Math.Min((long)length + (length & 1), data.Length)..];
        return true;
    }

    private static RasterImage Place(RasterImage canvas, RasterImage frame, int left, int top)
    {
        var count = Math.Min(frame.Width, canvas.Width - left) * 4;
        for (var y = 0; y < frame.Height && top + y < canvas.Height && count > 0; y++)
            frame.Row(y)[..count].CopyTo(canvas.Row(top + y)[(left * 4)..]);
        return canvas;
    }

    private static int Int24(ReadOnlySpan<byte> data) => data[0] | (data[1] << 8) | (data[2] << 16);
}
