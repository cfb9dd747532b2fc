namespace Codex.Formats.Patch;

/// <summary>What a line of a chunk says about the file.</summary>
public enum PatchLineKind
{
    /// <summary>The line is there and stays.</summary>
    Context,

    /// <summary>The line is there and goes.</summary>
    Removed,

    /// <summary>The line is new.</summary>
    Added,
}
