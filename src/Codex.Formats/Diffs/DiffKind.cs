namespace Codex.Formats.Diffs;

/// <summary>What became of a run of lines.</summary>
internal enum DiffKind
{
    /// <summary>In both texts.</summary>
    Equal,

    /// <summary>Only in the old text.</summary>
    Removed,

    /// <summary>Only in the new text.</summary>
    Added,

    /// <summary>Old lines with new ones in their place.</summary>
    Replaced,
}
