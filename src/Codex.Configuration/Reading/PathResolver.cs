namespace Codex.Configuration.Reading;

/// <summary>Makes paths absolute: <c>~</c> is the home directory, the rest is relative to a base; <c>.</c> and <c>..</c> are taken out of the text.</summary>
internal sealed class PathResolver(string baseDirectory, string? homeDirectory)
{
    /// <summary>For absolute paths only.</summary>
    public static PathResolver Rootless { get; } = new(Path.DirectorySeparatorChar.ToString(), homeDirectory: null);

    public static bool IsAbsolute(string path) => Path.IsPathFullyQualified(path);

    public string Resolve(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(ExpandHome(path), baseDirectory));

    private string ExpandHome(string path)
    {
        if (homeDirectory is null || path.Length == 0 || path[0] != '~')
            return path;
        if (path.Length == 1)
            return homeDirectory;
        return path[1] is '/' or '\\' ? Path.Join(homeDirectory, path[2..].TrimStart('/')) : path;
    }
}
