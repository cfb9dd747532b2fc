namespace Codex.Configuration.Environment;

/// <summary>Paths without symbolic links.</summary>
public static class CanonicalPath
{
    private const int MaximumLinks = 40;

    /// <summary>The path with every link on the way replaced; parts that do not exist stay as they are.</summary>
    public static string Resolve(string path)
    {
        var links = 0;
        var resolved = Path.GetPathRoot(path)!;
        var pending = new Stack<string>(Enumerable.Reverse(Parts(path)));
        while (pending.TryPop(out var part))
        {
            if (part == "..")
            {
                resolved = Path.GetDirectoryName(resolved) ?? resolved;
                continue;
            }

            var next = Path.Join(resolved, part);
            if (LinkTarget(next) is not { } target || ++links > MaximumLinks)
            {
                resolved = next;
                continue;
            }

            if (Path.IsPathFullyQualified(target))
                resolved = Path.GetPathRoot(target)!;
            foreach (var piece in Enumerable.Reverse(Parts(target)))
                pending.Push(piece);
        }

        return resolved;
    }

    private static string[] Parts(string path) =>
        [.. path[Path.GetPathRoot(path)!.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Where(static part => part != ".")];

    private static string? LinkTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
