namespace Codex.Platform.Environment;

/// <summary>Paths that start in the user's directory (<c>utils/absolute-path</c>).</summary>
public static class HomePath
{
    /// <summary>Replaces a leading <c>~</c> that stands alone or before a separator; other users' directories are not known.</summary>
    /// <param name="path">A path as a person or a model writes it.</param>
    /// <param name="homeDirectory">What <c>~</c> stands for; null leaves the path as it is.</param>
    public static string Expand(string path, string? homeDirectory)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (homeDirectory is null || path.Length == 0 || path[0] != '~')
            return path;
        if (path.Length == 1)
            return homeDirectory;
        return path[1] == '/' || path[1] == Path.DirectorySeparatorChar ? Path.Join(homeDirectory, path[2..].TrimStart('/')) : path;
    }
}
