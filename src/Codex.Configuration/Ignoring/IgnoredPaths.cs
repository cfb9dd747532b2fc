namespace Codex.Configuration.Ignoring;

/// <summary>What the ignore files of a tree mean for the files that are there now; absolute paths without links, sorted.</summary>
/// <param name="Hidden">Files and whole directories that agents may neither read nor write.</param>
/// <param name="Rules">The ignore files: to be read, not to be written.</param>
/// <param name="Pinned">
/// Directories that must stay where they are: moved elsewhere, what is hidden in them would no longer be named by its pattern.
/// </param>
public sealed record IgnoredPaths(IReadOnlyList<string> Hidden, IReadOnlyList<string> Rules, IReadOnlyList<string> Pinned)
{
    /// <summary>Nothing.</summary>
    public static IgnoredPaths None { get; } = new([], [], []);
}
