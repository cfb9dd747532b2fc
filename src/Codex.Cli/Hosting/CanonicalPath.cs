namespace Codex.Cli.Hosting;

/// <summary>Resolves the symbolic links of a path, those of its parents included.</summary>
internal static class CanonicalPath
{
    private const int MaximumLinks = 40;

    /// <summary>The path without links; parts that do not exist stay as they are.</summary>
    public static string Of(string path)
    {
        var left = MaximumLinks;
        return Resolve(path, ref left);
    }

    private static string Resolve(string path, ref int left)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
            return path;
        var current = Path.Combine(Resolve(parent, ref left), Path.GetFileName(path));
        if (new FileInfo(current).LinkTarget is not { } target || left-- <= 0)
            return current;
        return Resolve(Path.GetFullPath(target, Path.GetDirectoryName(current)!), ref left);
    }
}
