namespace Codex.Execution.Policy.Classification;

/// <summary>Tells which uses of git only read.</summary>
internal static class GitCommands
{
    /// <summary>Whether a git command reads the repository and starts nothing else.</summary>
    public static bool IsReadOnly(IReadOnlyList<string> words)
    {
        var index = IndexOfSubcommand(words);
        if (index < 0)
        {
            return false;
        }

        for (var global = 1; global < index; global++)
        {
            if (IsUnsafeGlobal(words[global]))
            {
                return false;
            }
        }

        string[] arguments = [.. words.Skip(index + 1)];
        return !arguments.Any(StartsPrograms) && words[index] switch
        {
            "status" or "log" or "diff" or "show" => true,
            "branch" => arguments.All(ListsBranches),
            _ => false,
        };
    }

    /// <summary>Where the first word stands that is neither a global option nor the value of one; -1 when there is none.</summary>
    private static int IndexOfSubcommand(IReadOnlyList<string> words)
    {
        for (var index = 1; index < words.Count; index++)
        {
            if (words[index] is "-C" or "-c" or "--config-env" or "--exec-path" or "--git-dir" or "--namespace" or "--super-prefix" or "--work-tree")
            {
                index++;
            }
            else if (!words[index].StartsWith('-'))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsUnsafeGlobal(string word) =>
        word is "-p" or "--paginate"
        || word.StartsWith("-C", StringComparison.Ordinal)
        || word.StartsWith("-c", StringComparison.Ordinal)
        || IsOption(word, "--config-env") || IsOption(word, "--exec-path") || IsOption(word, "--git-dir")
        || IsOption(word, "--namespace") || IsOption(word, "--super-prefix") || IsOption(word, "--work-tree");

    private static bool StartsPrograms(string word) =>
        word is "--ext-diff" or "--textconv" || IsOption(word, "--output") || IsOption(word, "--exec");

    private static bool ListsBranches(string word) =>
        word is "--list" or "-l" or "--show-current" or "-a" or "--all" or "-r" or "--remotes" or "-v" or "-vv" or "--verbose"
        || word.StartsWith("--format=", StringComparison.Ordinal);

    private static bool IsOption(string word, string name) =>
        word.StartsWith(name, StringComparison.Ordinal) && (word.Length == name.Length || word[name.Length] is '=');
}
