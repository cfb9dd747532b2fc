namespace Codex.Execution.Patching;

/// <summary>Follows symbolic links.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The path with the links of its directories followed, not that of its last part.</summary>
    internal static string OfEntry(string path) =>
        Path.GetDirectoryName(path) is { } directory ? Path.Combine(Of(directory), Path.GetFileName(path)) : path;

    /// <summary>The path with all its links followed; what does not exist stays as it is.</summary>
    /// <exception cref="IOException">The links go round in a circle.</exception>
    internal static string Of(string path) => Of(path, MostLinks);

    private static string Of(string path, int linksLeft)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
            return path;
        var entry = Path.Combine(Of(parent, linksLeft), Path.GetFileName(path));
        if (new FileInfo(entry).LinkTarget is not { } target)
            return entry;
        if (linksLeft == 0)
            throw new IOException("Symbolic link loop", 40);
        return Of(Path.GetFullPath(target, Path.GetDirectoryName(entry)!), linksLeft - 1);
    }
}
