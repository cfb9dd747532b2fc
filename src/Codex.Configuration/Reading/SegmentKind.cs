namespace Codex.Configuration.Reading;

/// <summary>Where a step of a path is shown. The original loses some steps on the way, and its messages with them.</summary>
internal enum SegmentKind
{
    /// <summary>A key: part of every path.</summary>
    Key,

    /// <summary>An array index: not in "in `a.b`" lines.</summary>
    Index,

    /// <summary>The key that selects a union's case: only used to find the place in the file.</summary>
    Case,

    /// <summary>Below a flattened table or an untagged union: in no path at all.</summary>
    Hidden,
}
