using Codex.Formats.Images;
using Codex.Platform;
using Codex.Platform.Environment;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Turns;
using Codex.Tools.Schemas;

namespace Codex.Tools.BuiltIn.ViewImage;

/// <summary>Shows the model an image file (<c>view_image</c>), scaled down unless the model may ask for the original size.</summary>
/// <param name="pipeline">Checks and scales the images.</param>
public sealed class ViewImageTool(ImagePipeline pipeline) : ITool
{
    private const string Description = "Shows you an image file that is on this machine, for when you need to see what it looks like.";

    /// <inheritdoc/>
    public ToolName Name { get; } = new("view_image");

    /// <inheritdoc/>
    public bool RunsInParallel => true;

    /// <inheritdoc/>
    public ToolSpec Describe(ToolContext context)
    {
        var path = ("path", Schema.Text("The image file: absolute, or relative to the working directory."));
        return ToolSpec.Function(Name.Name, Description, context.Settings.ModelSupportsOriginalImageDetail
            ? Schema.Object(["path"], ("detail", Schema.Text("`high` (default) scales large images down; `original` keeps every pixel.", "high", "original")), path)
            : Schema.Object(["path"], path));
    }

    /// <inheritdoc/>
    public async ValueTask<ToolOutput> InvokeAsync(ToolCall call, IToolHost host, CancellationToken cancellationToken)
    {
        if (!host.Settings.ModelAcceptsImages)
            return ToolOutput.Failed("view_image is not allowed because you do not support image inputs");
        if (call.Payload is not ToolPayload.Function function)
            return ToolOutput.WrongPayload;
        if (!ViewImageArguments.TryParse(function.Arguments, out var arguments, out var error))
            return ToolOutput.Failed(error);
        var path = Resolve(host.Settings, arguments.Path);
        if (Missing(path) is { } missing)
            return ToolOutput.Failed(missing);
        try
        {
            var data = await host.Settings.ReadableFiles().ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            return await ShowAsync(call, host, path, data, Detail(host.Settings, arguments), cancellationToken).ConfigureAwait(false);
        }
        catch (ImageException exception)
        {
            return ToolOutput.Failed($"unable to process image at `{path}`: {ImageFailure.Describe(path, exception)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ToolOutput.Failed($"unable to read image at `{path}`: {Errno.Describe(exception)}");
        }
    }

    private async ValueTask<ToolOutput> ShowAsync(
        ToolCall call, IToolHost host, string path, byte[] data, string detail, CancellationToken cancellationToken)
    {
        var sizing = detail == "original" ? ImageSizing.Original : ImageSizing.FitPrompt;
        var url = pipeline.Prepare(data, sizing).ToDataUrl();
        var item = new ImageViewTurnItem(call.CallId, path);
        await host.EmitAsync(new ItemStartedEvent(host.TurnId, item), cancellationToken).ConfigureAwait(false);
        await host.EmitAsync(new ItemCompletedEvent(host.TurnId, item), cancellationToken).ConfigureAwait(false);
        return ToolOutput.OfParts([new InputImagePart(url, detail)]);
    }

    private static string Detail(TurnSettings settings, ViewImageArguments arguments) =>
        settings.ModelSupportsOriginalImageDetail && arguments.Detail == "original" ? "original" : "high";

    private static string Resolve(TurnSettings settings, string path) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(HomePath.Expand(path, settings.Host.HomeDirectory), settings.WorkingDirectory));

    private static string? Missing(string path)
    {
        try
        {
            return (File.GetAttributes(path) & FileAttributes.Directory) != 0 ? $"image path `{path}` is not a file" : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"unable to locate image at `{path}`: {Errno.Describe(exception)}";
        }
    }
}
