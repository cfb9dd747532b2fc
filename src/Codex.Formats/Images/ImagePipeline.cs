using System.Security.Cryptography;

namespace Codex.Formats.Images;

/// <summary>
/// Makes images fit for a model: PNG, JPEG and WebP that are small enough pass unchanged, byte for byte; larger ones are scaled
/// down and encoded in the same format; GIFs become PNG (upstream: utils/image). Results are cached by content;
/// safe for use from several threads.
/// </summary>
public sealed class ImagePipeline
{
    /// <summary>The longest side that needs no scaling, in pixels.</summary>
    public const int MaximumSide = 2048;

    private readonly PreparedImageCache _cache = new();

    /// <summary>Checks, scales and encodes an image.</summary>
    /// <param name="data">The file as it is.</param>
    /// <param name="sizing">What happens when it is large.</param>
    /// <exception cref="ImageException">It is no image, or cannot be decoded.</exception>
    public PreparedImage Prepare(ReadOnlyMemory<byte> data, ImageSizing sizing)
    {
        var key = Convert.ToHexString(SHA256.HashData(data.Span)) + sizing;
        if (_cache.Find(key) is { } known)
            return known;
        var prepared = PrepareNew(data, sizing);
        _cache.Add(key, prepared);
        return prepared;
    }

    private static PreparedImage PrepareNew(ReadOnlyMemory<byte> data, ImageSizing sizing)
    {
        if (ImageSniffer.Detect(data.Span) is not { } format)
            throw ImageException.Unsupported("the format is not known");
        var image = ImageCodec.Decode(format, data.Span);
        var fits = sizing == ImageSizing.Original || (image.Width <= MaximumSide && image.Height <= MaximumSide);
        if (fits && format != ImageFormat.Gif)
            return new PreparedImage(ImageSniffer.MimeType(format), data, image.Width, image.Height);
        var target = format == ImageFormat.Gif ? ImageFormat.Png : format;
        var shown = fits ? image : ImageScaler.Fit(image, MaximumSide);
        return new PreparedImage(ImageSniffer.MimeType(target), ImageCodec.Encode(target, shown), shown.Width, shown.Height);
    }
}
