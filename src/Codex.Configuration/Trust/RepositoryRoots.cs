namespace Codex.Configuration.Trust;

/// <summary>Finds the directories that trust and project configuration hang on.</summary>
public static class RepositoryRoots
{
    private const string GitEntry = ".git";
    private const string GitFilePrefix = "gitdir:";

    /// <summary>The nearest directory from here upwards that holds one of the markers; the directory itself when none does.</summary>
    public static string FindProject(string directory, IReadOnlyList<string> markers)
    {
        if (markers.Count == 0)
            return directory;
        foreach (var ancestor in Ancestors(directory))
        {
            foreach (var marker in markers)
            {
                if (Path.Exists(Path.Join(ancestor, marker)))
                    return ancestor;
            }
        }

        return directory;
    }

    /// <summary>The nearest directory from here upwards with a <c>.git</c> entry, or null.</summary>
    public static string? FindCheckout(string directory) =>
        Ancestors(directory).FirstOrDefault(static ancestor => Path.Exists(Path.Join(ancestor, GitEntry)));

    /// <summary>The main checkout: for a linked work tree the repository it belongs to. Null outside of repositories and for submodules.</summary>
    public static string? FindMainCheckout(string directory)
    {
        if (FindCheckout(directory) is not { } checkout)
            return null;
        var entry = Path.Join(checkout, GitEntry);
        return Directory.Exists(entry) ? checkout : MainCheckoutOf(entry, checkout);
    }

    /// <summary>The directory and its parents, nearest first.</summary>
    internal static IEnumerable<string> Ancestors(string directory)
    {
        for (string? ancestor = directory; ancestor is not null; ancestor = Path.GetDirectoryName(ancestor))
            yield return ancestor;
    }

    private static string? MainCheckoutOf(string gitFile, string checkout)
    {
        string text;
        try
        {
            text = File.ReadAllText(gitFile).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        if (!text.StartsWith(GitFilePrefix, StringComparison.Ordinal) || text[GitFilePrefix.Length..].Trim() is not { Length: > 0 } target)
            return null;
        var worktrees = Path.GetDirectoryName(Path.GetFullPath(target, checkout));
        return Path.GetFileName(worktrees) == "worktrees" ? Path.GetDirectoryName(Path.GetDirectoryName(worktrees)) : null;
    }
}
