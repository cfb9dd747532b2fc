namespace Codex.Protocol.Permissions;

/// <summary>Lexical work on absolute paths: no part of it looks at the file system.</summary>
public static class AbsolutePaths
{
    /// <summary>The path without <c>.</c>, <c>..</c> and a trailing separator; null when it is not absolute.</summary>
    public static string? Normalize(string path) =>
        Path.IsPathFullyQualified(path) ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) : null;

    /// <summary>The normal form of a path that may be relative to <paramref name="baseDirectory"/>.</summary>
    public static string Resolve(string path, string baseDirectory) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, baseDirectory));

    /// <summary>Whether <paramref name="path"/> is <paramref name="root"/> or below it; both in normal form.</summary>
    public static bool IsWithin(string path, string root) =>
        path.StartsWith(root, StringComparison.Ordinal)
        && (path.Length == root.Length
            || Path.EndsInDirectorySeparator(root)
            || path[root.Length] == Path.DirectorySeparatorChar);

    /// <summary>The part of <paramref name="path"/> below <paramref name="root"/>; empty for the root itself, null when it is elsewhere.</summary>
    public static string? Relative(string path, string root) => !IsWithin(path, root)
        ? null
        : path.Length == root.Length
            ? string.Empty
            : path[(Path.EndsInDirectorySeparator(root) ? root.Length : root.Length + 1)..];

    /// <summary>How many components a path in normal form has, the root counted as one.</summary>
    public static int Depth(string path)
    {
        var depth = 1;
        var root = Path.GetPathRoot(path)?.Length ?? 0;
        for (var index = root; index < path.Length; index++)
        {
            depth += index == root || path[index] == Path.DirectorySeparatorChar ? 1 : 0;
        }

        return depth;
    }
}
