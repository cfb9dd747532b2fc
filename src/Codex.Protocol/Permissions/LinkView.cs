namespace Codex.Protocol.Permissions;

/// <summary>
/// Symbolic links as they were when they were first looked at: nothing is looked at twice. One view serves one decision; the next one
/// needs another.
/// </summary>
public sealed class LinkView
{
    private const int MostLinks = 40;

    private readonly Dictionary<string, (bool Exists, string? Target)> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _canonical = new(StringComparer.Ordinal);

    /// <summary>Whether something is there, a dangling link included.</summary>
    public bool Exists(string path) => Look(path).Exists;

    /// <summary>Whether something is there that is no dangling link.</summary>
    public bool IsReachable(string path) => Look(path) is { Exists: true } entry && (entry.Target is null || Path.Exists(path));

    /// <summary>Where the link points, as written in it; null when the path is no link.</summary>
    public string? Target(string path) => Look(path).Target;

    /// <summary>The path without any link; null when a component is missing or links go in circles.</summary>
    public string? Canonicalize(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!_canonical.TryGetValue(path, out var canonical))
        {
            canonical = IsPlain(path) ? Extend(path) : Follow(path);
            _canonical.Add(path, canonical);
        }

        return canonical;
    }

    /// <summary>
    /// The path with its existing part canonical when only a top-level alias is a link (<c>/tmp</c> to <c>/private/tmp</c>);
    /// a path through a deeper link is kept as spelled, so that the link itself can be protected (<c>protocol/src/permissions.rs</c>).
    /// </summary>
    public string NormalizeEffective(string path)
    {
        for (var ancestor = path; ancestor is not null; ancestor = Path.GetDirectoryName(ancestor))
        {
            if (Exists(ancestor) && CanonicalizeAlias(ancestor) is { } canonical)
            {
                return ancestor.Length == path.Length ? canonical : Path.Join(canonical, path[ancestor.Length..]);
            }
        }

        return path;
    }

    /// <summary>The first component that is a link, when <paramref name="isMutable"/> says that it could be replaced; null when there is none.</summary>
    public string? FirstLink(string path, Func<string, bool> isMutable)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(isMutable);
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

    private static bool IsPlain(string path) => Path.IsPathFullyQualified(path) && !path.Contains("/.", StringComparison.Ordinal)
        && !path.Contains("//", StringComparison.Ordinal) && !Path.EndsInDirectorySeparator(path) && !OperatingSystem.IsWindows();

    /// <summary>From the directory, which others may have asked for before.</summary>
    private string? Extend(string path)
    {
        if (Path.GetDirectoryName(path) is not { } directory || Canonicalize(directory) is not { } parent)
        {
            return Follow(path);
        }

        var next = parent.Length == directory.Length ? path : Path.Join(parent, Path.GetFileName(path));
        var (exists, target) = Look(next);
        return !exists ? null : target is null ? next : Follow(path);
    }

    private string? Follow(string path)
    {
        var current = Path.GetPathRoot(path) ?? string.Empty;
        var remaining = new Stack<string>();
        Push(remaining, path[current.Length..]);
        var links = 0;
        while (remaining.TryPop(out var component))
        {
            var next = component == ".." ? Path.GetDirectoryName(current) ?? current : Path.Join(current, component);
            var (exists, target) = Look(next);
            if (!exists || (target is not null && ++links > MostLinks))
            {
                return null;
            }

            if (target is null)
            {
                current = next;
                continue;
            }

            var root = Path.IsPathFullyQualified(target) ? Path.GetPathRoot(target)! : string.Empty;
            current = root.Length > 0 ? root : current;
            Push(remaining, target[root.Length..]);
        }

        return current;
    }

    private string? CanonicalizeAlias(string path)
    {
        var root = Path.GetPathRoot(path)!;
        var nested = FirstLink(path, link => Path.GetDirectoryName(link) != root);
        return nested is null ? Canonicalize(path) : path;
    }

    private (bool Exists, string? Target) Look(string path)
    {
        if (!_entries.TryGetValue(path, out var entry))
        {
            var file = new FileInfo(path);
            var attributes = file.Attributes;
            entry = attributes == (FileAttributes)(-1) ? (false, null)
                : (true, (attributes & FileAttributes.ReparsePoint) != 0 ? file.LinkTarget : null);
            _entries.Add(path, entry);
        }

        return entry;
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
