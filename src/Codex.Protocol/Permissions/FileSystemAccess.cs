namespace Codex.Protocol.Permissions;

/// <summary>
/// A file-system policy resolved for one host and working directory: what may be read and written, root by root.
/// Looks at the file system when it is asked; make a new one for each command (<c>protocol/src/permissions.rs</c>).
/// </summary>
public sealed class FileSystemAccess
{
    private readonly FileSystemSandboxPolicy _policy;
    private readonly PathContext _context;
    private readonly List<ResolvedEntry> _entries;

    /// <summary>Resolves a policy.</summary>
    public FileSystemAccess(FileSystemSandboxPolicy policy, PathContext context)
    {
        _policy = policy;
        _context = context;
        _entries = ResolveEntries();
        HasFullDiskRead = !IsRestricted || (GrantsRoot(static access => access.CanRead) && !HasDeniedReads);
        HasFullDiskWrite = !IsRestricted || (GrantsRoot(static access => access.CanWrite) && !HasNarrowedWrites());
    }

    /// <summary>The links that decided about roots; whoever goes on with the roots had better see the same.</summary>
    public LinkView Links { get; } = new();

    /// <summary>Whether every file may be read.</summary>
    public bool HasFullDiskRead { get; }

    /// <summary>Whether every file may be written.</summary>
    public bool HasFullDiskWrite { get; }

    /// <summary>Whether some entry denies reading.</summary>
    public bool HasDeniedReads => IsRestricted && Any(static entry => entry.Access == FileSystemAccessMode.Deny);

    /// <summary>Whether the directories that programs need to start are readable beyond the listed roots.</summary>
    public bool IncludesPlatformDefaults =>
        !HasFullDiskRead && Any(static entry => IsSpecial(entry, FileSystemSpecialPath.Minimal) && entry.Access.CanRead);

    private bool IsRestricted => _policy.Kind == FileSystemSandboxKind.Restricted;

    /// <summary>Whether a path, absolute or relative to the working directory, may be read.</summary>
    public bool CanRead(string path) => !IsRestricted || AccessTo(Resolve(path)).CanRead;

    /// <summary>Whether a path, absolute or relative to the working directory, may be written.</summary>
    public bool CanWrite(string path)
    {
        if (!IsRestricted)
        {
            return true;
        }

        var absolute = Resolve(path);
        return AccessTo(absolute).CanWrite && (HasFullDiskWrite || !IsProtectedMetadata(absolute));
    }

    /// <summary>Whether the entries alone, without what protects files inside of writable places, give so much access to a path in normal form.</summary>
    internal bool Grants(string path, FileSystemAccessMode access) => AccessTo(path) is var granted && (access.CanWrite ? granted.CanWrite : granted.CanRead);

    /// <summary>The directories that may be read; empty when everything may.</summary>
    public IReadOnlyList<string> ReadableRoots() => HasFullDiskRead
        ? []
        : EffectivePaths(entry => entry.Access.CanRead && CanRead(entry.Path));

    /// <summary>The directories whose content is hidden.</summary>
    public IReadOnlyList<string> UnreadableRoots()
    {
        // A denied "/" is what a restricted policy means anyway; listing it would hide the readable roots too.
        var root = Path.GetPathRoot(_context.WorkingDirectory);
        return EffectivePaths(entry => entry.Access == FileSystemAccessMode.Deny && entry.Path != root && !CanRead(entry.Path));
    }

    /// <summary>The patterns of hidden files, absolute and sorted.</summary>
    public IReadOnlyList<string> UnreadableGlobs()
    {
        var patterns = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entry in IsRestricted ? _policy.Entries : [])
        {
            if (entry.Path is FileSystemPath.Glob glob && entry.Access == FileSystemAccessMode.Deny)
            {
                patterns.Add(AbsolutePaths.Resolve(WorkspaceGlob.Below(glob.Pattern) ?? glob.Pattern, _context.WorkingDirectory));
            }
        }

        return [.. patterns];
    }

    /// <summary>The directories that may be written, with what stays protected in them; empty when everything may be written.</summary>
    public IReadOnlyList<WritableRoot> WritableRoots()
    {
        if (HasFullDiskWrite)
        {
            return [];
        }

        var spelled = Paths(entry => entry.Access.CanWrite && CanWrite(entry.Path));
        var effective = spelled.ConvertAll(Links.NormalizeEffective);
        var roots = new List<WritableRoot>();
        foreach (var root in effective.Distinct(StringComparer.Ordinal))
        {
            List<string> aliases = [.. spelled.Where((_, index) => effective[index] == root)];
            roots.Add(new(root, ReadOnlySubpaths(root, aliases), ProtectedNames(root, aliases)));
        }

        return roots;
    }

    private List<string> ReadOnlySubpaths(string root, List<string> aliases)
    {
        var isWorkspace = Links.NormalizeEffective(_context.WorkingDirectory) == root;
        var paths = new List<string>();
        foreach (var path in ProtectedPaths.ReadOnlySubpaths(root, isWorkspace, Links))
        {
            if (!_entries.Exists(entry => entry.Path == path))
            {
                paths.Add(path);
            }
        }

        foreach (var entry in _entries)
        {
            if (!entry.Access.CanWrite && !CanWrite(entry.Path) && CarveOut(entry.Path, root, aliases) is { } path && !paths.Contains(path))
            {
                paths.Add(path);
            }
        }

        return paths;
    }

    /// <summary>
    /// The spelling under which a path is protected inside a root: a path below the root is kept as written even when it
    /// is a link that leads elsewhere, because then the link itself must be protected.
    /// </summary>
    private string? CarveOut(string path, string root, List<string> aliases)
    {
        var effective = Links.NormalizeEffective(path);
        var inside = effective != root && AbsolutePaths.IsWithin(effective, root) ? effective : null;
        if (Path.GetPathRoot(root) == root)
        {
            return inside;
        }

        if (path != root && AbsolutePaths.IsWithin(path, root))
        {
            return path;
        }

        foreach (var alias in aliases)
        {
            if (AbsolutePaths.Relative(path, alias) is { Length: > 0 } relative)
            {
                return Path.Join(root, relative);
            }
        }

        return inside;
    }

    private List<string> ProtectedNames(string root, List<string> aliases)
    {
        var names = new List<string>(ProtectedPaths.Names.Count);
        foreach (var name in ProtectedPaths.Names)
        {
            if (!CanWrite(Path.Join(root, name)) && !aliases.Exists(alias => alias != root && CanWrite(Path.Join(alias, name))))
            {
                names.Add(name);
            }
        }

        return names;
    }

    private string Resolve(string path) => AbsolutePaths.Resolve(path, _context.WorkingDirectory);

    private FileSystemAccessMode AccessTo(string absolute)
    {
        ResolvedEntry? best = null;
        foreach (var entry in _entries)
        {
            if (AbsolutePaths.IsWithin(absolute, entry.Path) && (best is null || entry.Outranks(best)))
            {
                best = entry;
            }
        }

        return best?.Access ?? FileSystemAccessMode.Deny;
    }

    private bool IsProtectedMetadata(string path)
    {
        foreach (var entry in _entries)
        {
            if (!entry.Access.CanWrite || AbsolutePaths.Relative(path, entry.Path) is not { Length: > 0 } relative)
            {
                continue;
            }

            var end = relative.IndexOf(Path.DirectorySeparatorChar, StringComparison.Ordinal);
            var name = end < 0 ? relative : relative[..end];
            if (ProtectedPaths.Names.Contains(name))
            {
                return !IsExplicitlyWritable(path, Path.Join(entry.Path, name));
            }
        }

        return false;
    }

    private bool IsExplicitlyWritable(string path, string metadataPath) => _entries.Exists(entry =>
        entry.Access.CanWrite && AbsolutePaths.IsWithin(path, entry.Path) && AbsolutePaths.IsWithin(entry.Path, metadataPath));

    private bool GrantsRoot(Func<FileSystemAccessMode, bool> grants) =>
        Any(entry => IsSpecial(entry, FileSystemSpecialPath.Root) && grants(entry.Access));

    private bool HasNarrowedWrites() => Any(entry => !entry.Access.CanWrite && entry.Path switch
    {
        FileSystemPath.Glob => true,
        FileSystemPath.Special { Value: var place } when place == FileSystemSpecialPath.Root => entry.Access == FileSystemAccessMode.Deny,
        FileSystemPath.Special { Value: var place } when place == FileSystemSpecialPath.Minimal || place.IsUnknown => false,
        _ => !IsOverriddenByWrite(entry),
    });

    private bool IsOverriddenByWrite(FileSystemSandboxEntry entry) => Any(other =>
        other.Access.CanWrite && other.Access.Precedence > entry.Access.Precedence && PolicyEntries.ShareTarget(other.Path, entry.Path));

    private bool Any(Func<FileSystemSandboxEntry, bool> matches)
    {
        foreach (var entry in _policy.Entries)
        {
            if (matches(entry))
            {
                return true;
            }
        }

        return false;
    }

    private List<string> Paths(Func<ResolvedEntry, bool> selects)
    {
        var paths = new List<string>();
        foreach (var entry in _entries)
        {
            if (selects(entry))
            {
                paths.Add(entry.Path);
            }
        }

        return paths;
    }

    private List<string> EffectivePaths(Func<ResolvedEntry, bool> selects) => IsRestricted ? Effective(Paths(selects)) : [];

    private List<string> Effective(List<string> paths)
    {
        var effective = new List<string>(paths.Count);
        foreach (var path in paths)
        {
            var normal = Links.NormalizeEffective(path);
            if (!effective.Contains(normal))
            {
                effective.Add(normal);
            }
        }

        return effective;
    }

    private static bool IsSpecial(FileSystemSandboxEntry entry, FileSystemSpecialPath place) =>
        entry.Path is FileSystemPath.Special special && special.Value == place;

    private List<ResolvedEntry> ResolveEntries()
    {
        var entries = new List<ResolvedEntry>(_policy.Entries.Count);
        foreach (var entry in _policy.Entries)
        {
            if (Resolve(entry.Path) is { } path)
            {
                entries.Add(new(path, entry.Access));
            }
        }

        return entries;
    }

    /// <summary>The place that an entry is about; null for patterns and for places that this host does not have.</summary>
    internal string? Resolve(FileSystemPath path) => path switch
    {
        FileSystemPath.Absolute absolute => AbsolutePaths.Normalize(absolute.Path),
        FileSystemPath.Special { Value: var place } => place.Kind switch
        {
            "root" => Path.GetPathRoot(_context.WorkingDirectory),
            "project_roots" => AbsolutePaths.Resolve(place.Subpath ?? string.Empty, _context.WorkingDirectory),
            "tmpdir" => string.IsNullOrEmpty(_context.TemporaryDirectory) ? null : AbsolutePaths.Normalize(_context.TemporaryDirectory),
            "slash_tmp" => Directory.Exists("/tmp") ? "/tmp" : null,
            _ => null,
        },
        _ => null,
    };

    private sealed record ResolvedEntry(string Path, FileSystemAccessMode Access)
    {
        private readonly int _depth = AbsolutePaths.Depth(Path);

        public bool Outranks(ResolvedEntry other) =>
            _depth > other._depth || (_depth == other._depth && Access.Precedence >= other.Access.Precedence);
    }
}
