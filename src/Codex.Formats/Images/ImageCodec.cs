using Codex.Formats.Images.Gif;
using Codex.Formats.Images.Jpeg;
using Codex.Formats.Images.Png;
using Codex.Formats.Images.Webp;

namespace Codex.Formats.Images;

/// <summary>The decoder and the encoder of each format.</summary>
internal static class ImageCodec
{
    private const int JpegQuality = 85;

    /// <summary>Decodes an image.</summary>
    public static RasterImage Decode(ImageFormat format, ReadOnlySpan<byte> data) => format switch
    {
        ImageFormat.Jpeg => JpegDecoder.Decode(data),
        ImageFormat.Gif => GifDecoder.Decode(data),
        ImageFormat.Webp => WebpDecoder.Decode(data),
        _ => PngDecoder.Decode(data),
    };

    /// <summary>Encodes an image; GIF cannot be written.</summary>
    public static byte[] Encode(ImageFormat format, RasterImage image) => format switch
    {
        ImageFormat.Jpeg => JpegEncoder.Encode(image, JpegQuality),
        ImageFormat.Webp => WebpEncoder.Encode(image),
        _ => PngEncoder.Encode(image),
    };
}
