namespace Codex.Formats.Patch.Text;

/// <summary>How a line of a file ends.</summary>
internal enum LineEnd
{
    /// <summary>The file ends with it.</summary>
    None,

    /// <summary>The Unix way.</summary>
    LineFeed,

    /// <summary>The Windows way.</summary>
    CarriageReturnLineFeed,
}
