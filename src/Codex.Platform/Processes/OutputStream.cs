namespace Codex.Platform.Processes;

/// <summary>The stream a piece of output was printed on.</summary>
public enum OutputStream
{
    /// <summary>Standard output, or a terminal.</summary>
    StandardOutput,

    /// <summary>Standard error.</summary>
    StandardError,
}
