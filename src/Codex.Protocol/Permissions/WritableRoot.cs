namespace Codex.Protocol.Permissions;

/// <summary>A directory that may be written, with what stays protected inside of it.</summary>
/// <param name="Root">The directory; absolute.</param>
/// <param name="ReadOnlySubpaths">Paths below that stay read-only.</param>
/// <param name="ProtectedNames">Names directly below that may neither be created nor replaced, existing or not.</param>
public sealed record WritableRoot(string Root, IReadOnlyList<string> ReadOnlySubpaths, IReadOnlyList<string> ProtectedNames);
