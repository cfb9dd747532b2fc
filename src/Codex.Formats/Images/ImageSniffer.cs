namespace Codex.Formats.Images;

/// <summary>Tells the format of an image by its first bytes; names and extensions do not count.</summary>
public static class ImageSniffer
{
    /// <summary>The bytes every PNG begins with.</summary>
    internal static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>The format; null when the bytes begin like none that is understood.</summary>
    public static ImageFormat? Detect(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith(PngSignature))
            return ImageFormat.Png;
        if (data.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return ImageFormat.Jpeg;
        if (data.StartsWith("GIF89a"u8) || data.StartsWith("GIF87a"u8))
            return ImageFormat.Gif;
        return data.Length >= 12 && data.StartsWith("RIFF"u8) && data[8..].StartsWith("WEBP"u8) ? ImageFormat.Webp : null;
    }

    /// <summary>The MIME type of a format.</summary>
    public static string MimeType(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "image/jpeg",
        ImageFormat.Gif => "image/gif",
        ImageFormat.Webp => "image/webp",
        _ => "image/png",
    };
}
