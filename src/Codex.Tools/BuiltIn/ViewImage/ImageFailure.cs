using Codex.Formats.Images;

namespace Codex.Tools.BuiltIn.ViewImage;

/// <summary>How an image that cannot be used is described to the model.</summary>
internal static class ImageFailure
{
    /// <summary>The description; it names the file only where the original does.</summary>
    public static string Describe(string path, ImageException exception) => exception.Problem switch
    {
        ImageProblem.Malformed => $"failed to decode image at {path}: {exception.Message}",
        _ => $"unsupported image `{MimeGuess.FromPath(path)}`",
    };
}
