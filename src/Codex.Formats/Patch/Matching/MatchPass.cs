namespace Codex.Formats.Patch.Matching;

/// <summary>How forgiving a search is; the passes follow each other in this order (0.136: apply-patch/src/seek_sequence.rs).</summary>
internal enum MatchPass
{
    /// <summary>Character by character.</summary>
    Exact,

    /// <summary>Without the space at line ends.</summary>
    TrailingSpace,

    /// <summary>Without the space around lines.</summary>
    SurroundingSpace,

    /// <summary>Like <see cref="SurroundingSpace"/>, with typographic dashes, quotes and spaces taken for their ASCII forms.</summary>
    Typography,
}
