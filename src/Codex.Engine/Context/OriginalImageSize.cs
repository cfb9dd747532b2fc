using Codex.Formats.Images;

namespace Codex.Engine.Context;

/// <summary>The tokens of an image that a model sees in its own size: one for each patch of 32 by 32 pixels.</summary>
internal static class OriginalImageSize
{
    private const int PatchSide = 32;
    private const long MostPatches = 10_000;

    /// <summary>The tokens; null when the image cannot be read.</summary>
    /// <param name="base64">The encoded file.</param>
    public static long? Tokens(string base64)
    {
        try
        {
            var image = new ImagePipeline().Prepare(Convert.FromBase64String(base64), ImageSizing.Original);
            return Math.Min(MostPatches, Patches(image.Width) * Patches(image.Height));
        }
        catch (Exception error) when (error is FormatException or ImageException)
        {
            return null;
        }
    }

    private static long Patches(int pixels) => (pixels + PatchSide - 1L) / PatchSide;
}
