using Codex.Configuration.Ignoring;
using Codex.Platform.Linux;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox.Planning;

/// <summary>
/// Orders the mounts of a plan: the readable base, hidden directories above writable roots, the writable roots from the
/// outside in, each followed by what is protected in it, then what is hidden elsewhere.
/// </summary>
internal sealed class SandboxMountBuilder
{
    private readonly IReadOnlyList<WritableRoot> _roots;
    private readonly IReadOnlyList<string> _unreadable;
    private readonly IgnoredPaths _ignored;
    private readonly LinkView _links;
    private readonly List<string> _writable = [];
    private readonly List<SandboxMount> _mounts = [];
    private readonly List<SandboxMount> _missing = [];

    // Several missing names share a directory.
    private (string? Directory, bool MayGainEntries) _lastParent;

    public SandboxMountBuilder(IReadOnlyList<WritableRoot> roots, IReadOnlyList<string> unreadable, IgnoredPaths ignored, LinkView links)
    {
        // What a pattern hides stays hidden, whatever opens it by name.
        _roots = [.. roots.Where(root => !unreadable.Contains(root.Root)).OrderBy(static root => AbsolutePaths.Depth(root.Root))];
        _unreadable = [.. unreadable.OrderBy(AbsolutePaths.Depth)];
        _ignored = ignored;
        _links = links;
        foreach (var root in _roots)
        {
            _writable.Add(root.Root);
            if (links.Canonicalize(root.Root) is { } target && target != root.Root)
            {
                _writable.Add(target);
            }
        }
    }

    public IReadOnlyList<SandboxMount> Mounts => _mounts;

    public IReadOnlyList<SandboxMount> MissingMountPoints => _missing;

    /// <summary>Everything stays writable; only what is hidden is covered.</summary>
    public void AddWritableHost()
    {
        Add(SandboxMountKind.Writable, "/");
        _writable.Add("/");
        AddPins("/");
        foreach (var path in _ignored.Rules)
        {
            Protect(path);
        }

        foreach (var path in _unreadable)
        {
            Hide(path);
        }
    }

    public void Build(bool readsEverything, IReadOnlyCollection<string> readableRoots)
    {
        AddBase(readsEverything, readableRoots);
        foreach (var path in _unreadable)
        {
            if (!IsWritable(path) && HasWritableBelow(path))
            {
                Hide(path);
            }
        }

        foreach (var root in _roots)
        {
            AddRoot(root);
        }

        foreach (var path in _unreadable)
        {
            if (!IsWritable(path) && !HasWritableBelow(path))
            {
                Hide(path);
            }
        }
    }

    /// <summary>Covers a file or directory of the host, last of all.</summary>
    public void Block(string path) => Add(Directory.Exists(path) ? SandboxMountKind.HiddenDirectory : SandboxMountKind.Blocked, path);

    private void AddBase(bool readsEverything, IReadOnlyCollection<string> readableRoots)
    {
        Add(_writable.Contains("/") ? SandboxMountKind.Writable : readsEverything ? SandboxMountKind.ReadOnly : SandboxMountKind.Empty, "/");
        Add(SandboxMountKind.Devices, "/dev");
        foreach (var root in readsEverything ? [] : readableRoots)
        {
            // Writable roots are bound by their real path below; their readable form has to be at the same place.
            Add(SandboxMountKind.ReadOnly, IsWritable(root) ? _links.Canonicalize(root) ?? root : root);
        }
    }

    private void AddRoot(WritableRoot root)
    {
        var target = _links.Canonicalize(root.Root) ?? root.Root;
        if (_unreadable.LastOrDefault(path => AbsolutePaths.IsWithin(root.Root, path)) is { } hidden)
        {
            AddDirectories(root.Root, hidden);
        }

        if (target != "/")
        {
            Add(SandboxMountKind.Writable, target);
        }

        AddPins(target);
        foreach (var path in ProtectedPathsOf(root).OrderBy(AbsolutePaths.Depth))
        {
            Protect(Remap(path, root.Root, target));
        }

        foreach (var path in _unreadable)
        {
            if (AbsolutePaths.IsWithin(path, root.Root))
            {
                Hide(Remap(path, root.Root, target));
            }
        }
    }

    /// <summary>A mount cannot be moved away, unlike the directory that it covers.</summary>
    private void AddPins(string root)
    {
        foreach (var path in _ignored.Pinned)
        {
            if (AbsolutePaths.IsWithin(path, root) && !_writable.Exists(inner => inner.Length > root.Length && AbsolutePaths.IsWithin(path, inner)))
            {
                Add(SandboxMountKind.Writable, path);
            }
        }
    }

    private List<string> ProtectedPathsOf(WritableRoot root)
    {
        List<string> paths = [.. root.ReadOnlySubpaths.Where(path => !_unreadable.Contains(path))];
        foreach (var name in root.ProtectedNames)
        {
            var path = Path.Join(root.Root, name);
            if (!paths.Contains(path))
            {
                paths.Add(path);
            }
        }

        return paths;
    }

    private void Protect(string path)
    {
        RefuseMutableLink(path, "read-only");
        if (!IsWritable(path))
        {
            return;
        }

        if (!_links.Exists(path))
        {
            ProtectMissing(path);
        }
        else if (!IsProtectedName(path) || !IsEmpty(path))
        {
            Add(SandboxMountKind.ReadOnly, path);
        }
        else
        {
            // An empty entry may be the mount point of another command that runs now, and vanish with it.
            var kind = Directory.Exists(path) ? SandboxMountKind.EmptyDirectory : SandboxMountKind.EmptyFile;
            Add(kind, path);
            _missing.Add(new(kind, path));
        }
    }

    private void ProtectMissing(string path)
    {
        var first = FirstMissing(path);
        if (CanAppear(first))
        {
            var kind = IsProtectedName(first) ? SandboxMountKind.EmptyDirectory : SandboxMountKind.EmptyFile;
            Add(kind, first);
            _missing.Add(new(kind, first));
        }
    }

    private void Hide(string path)
    {
        if (IsCovered(path))
        {
            return;
        }

        RefuseMutableLink(path, "deny-read");
        if (!Path.Exists(path))
        {
            var first = FirstMissing(path);
            if (CanAppear(first))
            {
                Add(SandboxMountKind.EmptyFile, first);
                _missing.Add(new(SandboxMountKind.EmptyFile, first));
            }
        }
        else if (!Directory.Exists(path))
        {
            Add(SandboxMountKind.HiddenFile, path);
        }
        else if (!HasWritableBelow(path))
        {
            Add(SandboxMountKind.HiddenDirectory, path);
        }
        else
        {
            Add(SandboxMountKind.HiddenParent, path);
            foreach (var writable in _writable.Where(other => other != path && AbsolutePaths.IsWithin(other, path)).OrderBy(AbsolutePaths.Depth))
            {
                AddDirectories(writable, path);
            }

            Add(SandboxMountKind.Sealed, path);
        }
    }

    private void AddDirectories(string path, string ancestor)
    {
        var directories = new Stack<string>();
        var last = Directory.Exists(path) ? path : Path.GetDirectoryName(path);
        for (var current = last; current is not null && current != ancestor && AbsolutePaths.IsWithin(current, ancestor); current = Path.GetDirectoryName(current))
        {
            directories.Push(current);
        }

        foreach (var directory in directories)
        {
            Add(SandboxMountKind.Directory, directory);
        }
    }

    /// <summary>
    /// A link that the command could replace must not decide what is protected: covering what it points to now would leave
    /// the name open afterwards.
    /// </summary>
    private void RefuseMutableLink(string path, string what)
    {
        if (_links.FirstLink(path, IsWritable) is { } link)
        {
            throw new SandboxException($"cannot enforce sandbox {what} path {path} because it crosses writable symlink {link}");
        }
    }

    private bool IsWritable(string path) => _writable.Exists(root => AbsolutePaths.IsWithin(path, root));

    private bool HasWritableBelow(string path) => _writable.Exists(root => root != path && AbsolutePaths.IsWithin(root, path));

    /// <summary>Whether a hidden directory that stands over it hides it already.</summary>
    private bool IsCovered(string path) => !HasWritableBelow(path) && _unreadable.Any(outer =>
        outer != path && AbsolutePaths.IsWithin(path, outer)
        && !_writable.Exists(inner => inner != outer && AbsolutePaths.IsWithin(inner, outer) && AbsolutePaths.IsWithin(path, inner)));

    /// <summary>Whether a command could make what is missing; where nobody can make anything, nothing has to be protected.</summary>
    private bool CanAppear(string path) => IsWritable(path) && (Path.GetDirectoryName(path) is not { } directory || MayGainEntries(directory));

    private bool MayGainEntries(string directory)
    {
        if (_lastParent.Directory != directory)
            _lastParent = (directory, !OperatingSystem.IsLinux() || DirectoryAccess.MayGainEntries(directory));
        return _lastParent.MayGainEntries;
    }

    private void Add(SandboxMountKind kind, string path) => _mounts.Add(new(kind, path));

    private static bool IsProtectedName(string path) => ProtectedPaths.Names.Contains(Path.GetFileName(path));

    private static bool IsEmpty(string path) => Directory.Exists(path)
        ? !Directory.EnumerateFileSystemEntries(path).Any()
        : new FileInfo(path) is { Exists: true, Length: 0 };

    private static string Remap(string path, string root, string target) =>
        AbsolutePaths.Relative(path, root) is { } relative && target != root ? Path.Join(target, relative) : path;

    private string FirstMissing(string path)
    {
        var missing = path;
        for (var current = path; current is not null && !_links.IsReachable(current); current = Path.GetDirectoryName(current))
        {
            missing = current;
        }

        return missing;
    }
}
