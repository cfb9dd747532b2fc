namespace Codex.Protocol.Permissions;

/// <summary>Symbolic links in the spelling of a path.</summary>
public static class SymbolicLinks
{
    private const int MostLinks = 40;

    /// <summary>Whether something is there, a dangling link included.</summary>
    public static bool Exists(string path) => new FileInfo(path).Attributes != (FileAttributes)(-1);

    /// <summary>Where the link points, as written in it; null when the path is no link.</summary>
    public static string? Target(string path) => new FileInfo(path).LinkTarget;

    /// <summary>The path without any link; null when a component is missing or links go in circles.</summary>
    public static string? Canonicalize(string path)
    {
        var current = Path.GetPathRoot(path) ?? string.Empty;
        var remaining = new Stack<string>();
        Push(remaining, path[current.Length..]);
        var links = 0;
        while (remaining.TryPop(out var component))
        {
            var next = component == ".." ? Path.GetDirectoryName(current) ?? current : Path.Join(current, component);
            if (Target(next) is not { } target)
            {
                if (!Exists(next))
                {
                    return null;
                }

                current = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            var root = Path.IsPathFullyQualified(target) ? Path.GetPathRoot(target)! : string.Empty;
            current = root.Length > 0 ? root : current;
            Push(remaining, target[root.Length..]);
        }

        return current;
    }

    /// <summary>
    /// The path with its existing part canonical when only a top-level alias is a link (<c>/tmp</c> to <c>/private/tmp</c>);
    /// a path through a deeper link is kept as spelled, so that the link itself can be protected (<c>protocol/src/permissions.rs</c>).
    /// </summary>
    public static string NormalizeEffective(string path)
    {
        for (var ancestor = path; ancestor is not null; ancestor = Path.GetDirectoryName(ancestor))
        {
            if (Exists(ancestor) && CanonicalizeAlias(ancestor) is { } canonical)
            {
                return Path.Join(canonical, path[ancestor.Length..]);
            }
        }

        return path;
    }

    /// <summary>The first component that is a link, when <paramref name="isMutable"/> says that it could be replaced; null when there is none.</summary>
    public static string? FirstLink(string path, Func<string, bool> isMutable)
    {
        var root = Path.GetPathRoot(path)!.Length;
        for (var end = root; end < path.Length;)
        {
            var next = path.IndexOf(Path.DirectorySeparatorChar, end + 1);
            end = next < 0 ? path.Length : next;
            var prefix = path[..end];
            if (Target(prefix) is not null && isMutable(prefix))
            {
                return prefix;
            }
        }

        return null;
    }

    private static string? CanonicalizeAlias(string path)
    {
        var root = Path.GetPathRoot(path)!;
        var nested = FirstLink(path, link => Path.GetDirectoryName(link) != root);
        return nested is null ? Canonicalize(path) : path;
    }

    private static void Push(Stack<string> remaining, string relative)
    {
        var components = relative.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (var index = components.Length - 1; index >= 0; index--)
        {
            if (components[index] != ".")
            {
                remaining.Push(components[index]);
            }
        }
    }
}
