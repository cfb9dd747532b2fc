using System.IO.Enumeration;
using System.Runtime.InteropServices;
using Codex.Formats.Ignore;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Ignoring;

/// <summary>Walks trees with their ignore files and notes what is hidden. Linked directories are not entered.</summary>
internal sealed class IgnoreScan
{
    private const int MostPaths = 2048;

    private static readonly EnumerationOptions s_everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private readonly SortedSet<string> _hidden = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _rules = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _pinned = new(StringComparer.Ordinal);
    private readonly List<string> _roots = [];
    private readonly List<(IgnoreFile File, int Depth)> _files = [];
    private readonly List<string> _components = [];

    /// <summary>Walks the tree below a directory.</summary>
    public void Add(string root)
    {
        _roots.Add(root);
        Visit(root);
    }

    /// <summary>Everything found so far, with the further names of hidden files.</summary>
    public IgnoredPaths Result()
    {
        if (OperatingSystem.IsLinux())
        {
            var identities = HiddenFiles.Identities(_hidden);
            foreach (var root in _roots)
                _hidden.UnionWith(HiddenFiles.OtherNames(root, identities).Where(path => !IsHidden(path)));
        }

        if (_hidden.Count + _pinned.Count > MostPaths)
            throw new IOException($"{AgentsIgnore.FileName} names more than {MostPaths} files and directories; name whole directories");
        return new([.. _hidden], [.. _rules], [.. _pinned]);
    }

    private void Visit(string directory)
    {
        var own = IgnoreScope.Read(directory);
        if (own is not null)
        {
            _files.Add((own, _components.Count));
            _rules.Add(Path.Join(directory, AgentsIgnore.FileName));
        }

        foreach (var (name, isDirectory) in Entries(directory))
        {
            _components.Add(name);
            Look(Path.Join(directory, name), isDirectory);
            _components.RemoveAt(_components.Count - 1);
        }

        if (own is not null)
            _files.RemoveAt(_files.Count - 1);
    }

    private void Look(string path, bool isDirectory)
    {
        if (DecidedBy(isDirectory) is { } depth)
            Hide(path, depth);
        else if (isDirectory && SymbolicLinks.Target(path) is null)
            Visit(path);
    }

    /// <summary>The depth of the ignore file that hides the current entry; null when it is not hidden.</summary>
    private int? DecidedBy(bool isDirectory)
    {
        var path = CollectionsMarshal.AsSpan(_components);
        foreach (var (file, depth) in _files)
        {
            if (file.Decide(path[depth..], isDirectory) is not true)
                continue;
            // Hidden by its bare name from the root on, it stays hidden wherever in the tree a directory around it goes.
            return depth == 0 && file.Decide(path[^1..], isDirectory) is true ? _components.Count : depth;
        }

        return null;
    }

    private void Hide(string path, int depth)
    {
        if (!SymbolicLinks.Exists(path))
            throw new IOException($"{AgentsIgnore.FileName} names a file that cannot be addressed: {path}");
        // A link is hidden together with what it leads to; the link alone tells nothing.
        if (SymbolicLinks.Canonicalize(path) is { } target)
            _hidden.Add(target);
        var directory = Path.GetDirectoryName(path)!;
        for (var count = _components.Count - 1; count > depth; count--)
        {
            _pinned.Add(directory);
            directory = Path.GetDirectoryName(directory)!;
        }
    }

    private List<(string Name, bool IsDirectory)> Entries(string directory)
    {
        try
        {
            return [.. new FileSystemEnumerable<(string, bool)>(
                directory, static (ref FileSystemEntry entry) => (entry.FileName.ToString(), entry.IsDirectory), s_everything)];
        }
        catch (Exception error) when (error is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            // Nobody who runs as we do can look into it either, or it is gone.
            return [];
        }
        catch (IOException)
        {
            // Too deep for a path: a command that goes there step by step could still read it.
            _hidden.Add(directory);
            return [];
        }
    }

    private bool IsHidden(string path) => _hidden.Any(hidden => AbsolutePaths.IsWithin(path, hidden));
}
