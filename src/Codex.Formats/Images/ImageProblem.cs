namespace Codex.Formats.Images;

/// <summary>Why an image cannot be used.</summary>
public enum ImageProblem
{
    /// <summary>It is not an image, of an unknown kind, cut off or too large.</summary>
    Unsupported,

    /// <summary>It is an image of a known kind with contents that make no sense.</summary>
    Malformed,
}
