using Codex.Protocol.Rollouts;

namespace Codex.Engine;

/// <summary>
/// What a rollout and a request say about the git repository of the working directory. Read from the files of the
/// repository: starting git would cost more than the rest of a turn's beginning.
/// </summary>
internal sealed record RepositoryFacts(string Root, string? CommitHash, string? Branch, IReadOnlyDictionary<string, string> RemoteUrls)
{
    /// <summary>The facts, or null outside of a repository.</summary>
    public static RepositoryFacts? Read(string directory)
    {
        for (var current = directory; current is not null; current = Path.GetDirectoryName(current))
        {
            var entry = Path.Combine(current, ".git");
            if (Directory.Exists(entry))
                return IsRepository(entry) ? Read(current, entry, entry) : null;
            if (File.Exists(entry) && LinkedDirectory(current, entry) is { } gitDirectory)
                return Read(current, gitDirectory, CommonDirectory(gitDirectory));
        }

        return null;
    }

    /// <summary>The form of the first rollout line.</summary>
    public GitInfo ToGitInfo() => new(CommitHash, Branch, RemoteUrls.GetValueOrDefault("origin"));

    // What git itself asks of a directory before it works in it.
    private static bool IsRepository(string directory) =>
        File.Exists(Path.Combine(directory, "HEAD"))
        && Directory.Exists(Path.Combine(directory, "objects"))
        && Directory.Exists(Path.Combine(directory, "refs"));

    private static RepositoryFacts Read(string root, string gitDirectory, string commonDirectory)
    {
        var head = ReadFirstLine(Path.Combine(gitDirectory, "HEAD"));
        const string Symbolic = "ref: ";
        if (head is null || !head.StartsWith(Symbolic, StringComparison.Ordinal))
            return new RepositoryFacts(root, head, null, Remotes(commonDirectory));
        var reference = head[Symbolic.Length..].Trim();
        var hash = ReadFirstLine(Path.Combine(gitDirectory, reference))
            ?? ReadFirstLine(Path.Combine(commonDirectory, reference))
            ?? PackedReference(commonDirectory, reference);
        const string Heads = "refs/heads/";
        // A branch without a commit does not exist yet.
        var branch = hash is not null && reference.StartsWith(Heads, StringComparison.Ordinal) ? reference[Heads.Length..] : null;
        return new RepositoryFacts(root, hash, branch, Remotes(commonDirectory));
    }

    private static string? LinkedDirectory(string root, string file)
    {
        const string Key = "gitdir:";
        var line = ReadFirstLine(file);
        return line is not null && line.StartsWith(Key, StringComparison.Ordinal)
            ? Path.GetFullPath(line[Key.Length..].Trim(), root)
            : null;
    }

    private static string CommonDirectory(string gitDirectory) =>
        ReadFirstLine(Path.Combine(gitDirectory, "commondir")) is { } common ? Path.GetFullPath(common, gitDirectory) : gitDirectory;

    private static string? PackedReference(string commonDirectory, string reference)
    {
        foreach (var line in ReadLines(Path.Combine(commonDirectory, "packed-refs")))
        {
            if (line.EndsWith(reference, StringComparison.Ordinal) && line.IndexOf(' ') is > 0 and var space && line[(space + 1)..] == reference)
                return line[..space];
        }

        return null;
    }

    private static SortedDictionary<string, string> Remotes(string commonDirectory)
    {
        var remotes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string? remote = null;
        foreach (var line in ReadLines(Path.Combine(commonDirectory, "config")))
        {
            var text = line.Trim();
            if (text.StartsWith('['))
                remote = RemoteName(text);
            else if (remote is not null && text.StartsWith("url", StringComparison.Ordinal) && text.IndexOf('=') is > 0 and var equals)
                remotes.TryAdd(remote, text[(equals + 1)..].Trim());
        }

        return remotes;
    }

    private static string? RemoteName(string section)
    {
        const string Opening = "[remote \"";
        return section.StartsWith(Opening, StringComparison.Ordinal) && section.EndsWith("\"]", StringComparison.Ordinal)
            ? section[Opening.Length..^2]
            : null;
    }

    private static string? ReadFirstLine(string path) => ReadLines(path) is [var first, ..] ? first.TrimEnd() : null;

    private static string[] ReadLines(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllLines(path) : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A repository that cannot be read is told about as little as no repository.
            return [];
        }
    }
}
