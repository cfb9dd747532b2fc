namespace Codex.Formats.Images;

/// <summary>An image cannot be decoded.</summary>
/// <param name="problem">Which way.</param>
/// <param name="message">What is wrong; for people.</param>
public sealed class ImageException(ImageProblem problem, string message) : Exception(message)
{
    /// <summary>Why the image cannot be used.</summary>
    public ImageProblem Problem { get; } = problem;

    internal static ImageException Malformed(ImageFormat format, string detail) =>
        new(ImageProblem.Malformed, $"Format error decoding {Name(format)}: {detail}");

    internal static ImageException EndOfData() => new(ImageProblem.Unsupported, "unexpected end of file");

    internal static ImageException TooLarge() => new(ImageProblem.Unsupported, "the image is too large");

    internal static ImageException Unsupported(string detail) => new(ImageProblem.Unsupported, detail);

    private static string Name(ImageFormat format) => format switch
    {
        ImageFormat.Webp => "WebP",
        _ => format.ToString(),
    };
}
