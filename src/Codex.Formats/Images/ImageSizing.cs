namespace Codex.Formats.Images;

/// <summary>What happens to a large image.</summary>
public enum ImageSizing
{
    /// <summary>It is scaled down to fit 2048 by 2048 pixels.</summary>
    FitPrompt,

    /// <summary>It keeps its size.</summary>
    Original,
}
