namespace Codex.Formats.Images;

/// <summary>An image as it is sent to a model.</summary>
/// <param name="MimeType">Its MIME type.</param>
/// <param name="Bytes">The encoded image.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
public sealed record PreparedImage(string MimeType, ReadOnlyMemory<byte> Bytes, int Width, int Height)
{
    /// <summary>The image as a <c>data:</c> URL.</summary>
    public string ToDataUrl() => string.Concat("data:", MimeType, ";base64,", Convert.ToBase64String(Bytes.Span));
}
