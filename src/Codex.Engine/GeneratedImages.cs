using Codex.Protocol.Items;

namespace Codex.Engine;

/// <summary>Keeps the images that the server makes, as files of the home directory.</summary>
/// <param name="codexHome">The home directory.</param>
/// <param name="threadId">The thread that the images belong to.</param>
internal sealed class GeneratedImages(string codexHome, string threadId)
{
    private string Folder => Path.Combine(codexHome, "generated_images", FileName(threadId));

    /// <summary>Tells the model where the images are.</summary>
    public MessageItem Hint => MessageItem.OfText(
        "developer",
        $"Generated images are saved to {Folder} as {PathFor("<image_id>")} by default.\n"
        + "To have one somewhere else, copy it; the saved file stays unless the user wants it gone.");

    /// <summary>Saves an image.</summary>
    /// <returns>The file; null when the image cannot be read or the file not be written.</returns>
    public string? Save(ImageGenerationCallItem image)
    {
        try
        {
            var encoded = image.Result.Trim();
            // The runtime's decoder passes over white space; in an image it is a mistake.
            if (encoded.AsSpan().ContainsAny(" \t\r\n"))
                return null;
            var bytes = Convert.FromBase64String(encoded);
            Directory.CreateDirectory(Folder);
            var path = PathFor(image.Id);
            File.WriteAllBytes(path, bytes);
            return path;
        }
        catch (Exception error) when (error is FormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string PathFor(string id) => Path.Combine(Folder, FileName(id) + ".png");

    // Ids come from the server: nothing in them may lead elsewhere.
    private static string FileName(string id)
    {
        var name = string.Create(id.Length, id, static (name, id) =>
        {
            for (var i = 0; i < id.Length; i++)
                name[i] = char.IsAsciiLetterOrDigit(id[i]) || id[i] is '-' or '_' ? id[i] : '_';
        });
        return name.Length == 0 ? "generated_image" : name;
    }
}
