namespace Codex.Configuration.Reading;

/// <summary>A step from the root of a configuration to a value.</summary>
/// <param name="Text">The key, or the index in decimal.</param>
/// <param name="Index">Place among its siblings; orders problems.</param>
/// <param name="Kind">Where the step is shown.</param>
internal readonly record struct PathSegment(string Text, int Index, SegmentKind Kind);
