using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox.Planning;

/// <summary>
/// Finds the existing files that a pattern names: a mount can only hide what is there when the command starts.
/// Hidden and ignored files count; linked directories are not entered.
/// </summary>
internal static class GlobExpansion
{
    private const int MostMatches = 8192;

    public static void AddMatches(SortedSet<string> matches, string pattern, int? maximumDepth)
    {
        var wildcard = pattern.AsSpan().IndexOfAny('*', '?', '[');
        var start = wildcard < 0 ? -1 : pattern.LastIndexOf(Path.DirectorySeparatorChar, wildcard);
        if (maximumDepth == 0 || start < 0)
        {
            return;
        }

        if (start == 0)
        {
            throw new SandboxException($"deny pattern {pattern} would search the whole file system; start it with a directory");
        }

        var root = pattern[..start];
        if (Directory.Exists(root))
        {
            Search(matches, root, root.Length + 1, GlobPattern.Parse(pattern[(start + 1)..]), maximumDepth ?? int.MaxValue);
        }
    }

    private static void Search(SortedSet<string> matches, string directory, int prefix, GlobPattern pattern, int depth)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(directory))
        {
            var isLink = SymbolicLinks.Target(entry) is not null;
            if (!isLink && Directory.Exists(entry))
            {
                if (depth > 1)
                {
                    Search(matches, entry, prefix, pattern, depth - 1);
                }
            }
            else if (pattern.Matches(entry.AsSpan(prefix)))
            {
                Add(matches, entry, isLink);
            }
        }
    }

    private static void Add(SortedSet<string> matches, string entry, bool isLink)
    {
        matches.Add(entry);
        if (isLink && SymbolicLinks.Canonicalize(entry) is { } target)
        {
            matches.Add(target);
        }

        if (matches.Count > MostMatches)
        {
            throw new SandboxException($"deny patterns match more than {MostMatches} files");
        }
    }
}
