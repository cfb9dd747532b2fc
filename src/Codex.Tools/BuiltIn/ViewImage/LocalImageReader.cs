using System.Collections.Immutable;
using System.Globalization;
using Codex.Execution.Reading;
using Codex.Formats.Images;
using Codex.Platform;
using Codex.Protocol.Items;
using Codex.Protocol.Turns;

namespace Codex.Tools.BuiltIn.ViewImage;

/// <summary>
/// Turns an image file that the user attached into parts of a message. A file that cannot be attached does not stop the turn:
/// a text in its place tells the model why.
/// </summary>
/// <param name="pipeline">Checks and scales the images.</param>
/// <param name="files">What may be read, asked for every image.</param>
public sealed class LocalImageReader(ImagePipeline pipeline, Func<ReadableFiles> files)
{
    private const int IsDirectory = 21;

    /// <summary>The parts for one image.</summary>
    /// <param name="image">The file.</param>
    /// <param name="number">The image's place among the images of the message, counted from 1, unusable ones included.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask<ImmutableArray<ContentPart>> ReadAsync(LocalImageInput image, int number, CancellationToken cancellationToken)
    {
        try
        {
            if (Directory.Exists(image.Path))
                return [Unreadable(image.Path, Errno.Describe(IsDirectory))];
            var data = await files().ReadAllBytesAsync(image.Path, cancellationToken).ConfigureAwait(false);
            return Attach(image, pipeline.Prepare(data, Sizing(image.Detail)), number);
        }
        catch (ImageException exception)
        {
            return [Unusable(image.Path, exception)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [Unreadable(image.Path, Errno.Describe(exception))];
        }
    }

    private static ImageSizing Sizing(string? detail) => detail == "original" ? ImageSizing.Original : ImageSizing.FitPrompt;

    private static ImmutableArray<ContentPart> Attach(LocalImageInput image, PreparedImage prepared, int number) =>
    [
        new InputTextPart(string.Create(CultureInfo.InvariantCulture, $"<image name=[Image #{number}]>")),
        new InputImagePart(prepared.ToDataUrl(), image.Detail ?? "high"),
        new InputTextPart("</image>"),
    ];

    private static InputTextPart Unreadable(string path, string error) =>
        new($"Codex could not read the local image at `{path}`: {error}");

    private static InputTextPart Unusable(string path, ImageException exception)
    {
        var failure = ImageFailure.Describe(path, exception);
        return new InputTextPart(exception.Problem == ImageProblem.Malformed
            ? $"Image located at `{path}` is invalid: {failure}"
            : $"Codex cannot attach image at `{path}`: {failure}.");
    }
}
