namespace Codex.Protocol.Permissions;

/// <summary>What stays read-only inside every writable root: repository data and the configuration of agents.</summary>
public static class ProtectedPaths
{
    private const string GitName = ".git";
    private const string AgentsName = ".agents";
    private const string CodexName = ".codex";

    /// <summary>The names that are protected directly below a writable root.</summary>
    public static IReadOnlyList<string> Names { get; } = [GitName, AgentsName, CodexName];

    /// <summary>
    /// The paths to protect that exist below <paramref name="root"/>, the git directory that a <c>.git</c> file points to included.
    /// </summary>
    /// <param name="root">The writable root; absolute.</param>
    /// <param name="protectMissingCodex">Whether <c>.codex</c> is listed although it does not exist.</param>
    public static IReadOnlyList<string> ReadOnlySubpaths(string root, bool protectMissingCodex) => ReadOnlySubpaths(root, protectMissingCodex, new());

    internal static IReadOnlyList<string> ReadOnlySubpaths(string root, bool protectMissingCodex, LinkView links)
    {
        var paths = new List<string>(4);
        var git = Path.Join(root, GitName);
        var hasGit = links.Exists(git);
        if (hasGit && File.Exists(git))
        {
            AddIfNew(paths, GitDirectoryOf(git));
            AddIfNew(paths, git);
        }
        else if (hasGit && Directory.Exists(git))
        {
            paths.Add(git);
        }

        var agents = Path.Join(root, AgentsName);
        AddIfNew(paths, links.Exists(agents) && Directory.Exists(agents) ? agents : null);
        var codex = Path.Join(root, CodexName);
        AddIfNew(paths, protectMissingCodex || (links.Exists(codex) && Directory.Exists(codex)) ? codex : null);
        return paths;
    }

    private static void AddIfNew(List<string> paths, string? path)
    {
        if (path is not null && !paths.Contains(path))
        {
            paths.Add(path);
        }
    }

    /// <summary>The directory that a work tree's or submodule's <c>.git</c> file names; null when it is no such file or the directory is missing.</summary>
    private static string? GitDirectoryOf(string pointerFile)
    {
        if (ReadPointer(pointerFile) is not { Length: > 0 } target)
        {
            return null;
        }

        var directory = AbsolutePaths.Resolve(target, Path.GetDirectoryName(pointerFile)!);
        return Directory.Exists(directory) || File.Exists(directory) ? directory : null;
    }

    private static string? ReadPointer(string file)
    {
        try
        {
            using var reader = new StreamReader(file);
            var line = reader.ReadLine()?.Trim();
            return line is not null && line.StartsWith("gitdir:", StringComparison.Ordinal) ? line["gitdir:".Length..].Trim() : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
