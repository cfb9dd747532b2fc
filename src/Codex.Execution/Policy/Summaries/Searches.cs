using Codex.Formats.Bash;
using Codex.Protocol.Turns;

namespace Codex.Execution.Policy.Summaries;

/// <summary>Finds pattern and place of commands that search.</summary>
internal static class Searches
{
    /// <summary>Programs whose first operand is the pattern and whose second is the place.</summary>
    public static ParsedCommand OfPattern(IReadOnlyList<string> words, params ReadOnlySpan<string> flagsWithValue)
    {
        var operands = WordLists.Operands(WordLists.Arguments(words), flagsWithValue);
        return Search(words, At(operands, 0), At(operands, 1));
    }

    /// <summary>ripgrep, which also lists files.</summary>
    public static ParsedCommand OfRipgrep(IReadOnlyList<string> words)
    {
        ReadOnlySpan<string> flags =
            ["-g", "--glob", "--iglob", "-t", "--type", "--type-add", "--type-not", "-m", "--max-count", "-A", "-B", "-C", "--context", "--max-depth"];
        return WordLists.Arguments(words).Contains("--files")
            ? Listings.OfPath(words, At(WordLists.Operands(WordLists.Arguments(words), flags), 0))
            : OfPattern(words, flags);
    }

    /// <summary>grep and its like; the words before <paramref name="start"/> are the program.</summary>
    public static ParsedCommand OfGrep(IReadOnlyList<string> words, int start)
    {
        var arguments = WordLists.Arguments([.. words.Skip(start - 1)]);
        List<string> operands = [];
        string? pattern = null;
        for (var index = 0; index < arguments.Count; index++)
        {
            switch (arguments[index])
            {
                case "--":
                    operands.AddRange(arguments.Skip(index + 1));
                    index = arguments.Count;
                    break;
                case "-e" or "--regexp" or "-f" or "--file":
                    pattern ??= At(arguments, ++index);
                    break;
                case "-m" or "--max-count" or "-C" or "--context" or "-A" or "--after-context" or "-B" or "--before-context":
                    index++;
                    break;
                case ['-', ..]:
                    break;
                default:
                    operands.Add(arguments[index]);
                    break;
            }
        }

        return pattern is null ? Search(words, At(operands, 0), At(operands, 1)) : Search(words, pattern, At(operands, 0));
    }

    /// <summary>fd: a single operand that looks like a path is the place.</summary>
    public static ParsedCommand OfFd(IReadOnlyList<string> words)
    {
        var operands = WordLists.Operands(
            WordLists.Arguments(words), ["-t", "--type", "-e", "--extension", "-E", "--exclude", "--search-path"]);
        return operands switch
        {
            [] => Listings.OfPath(words, null),
            [var only] when IsPath(only) => Listings.OfPath(words, only),
            _ => Search(words, operands[0], At(operands, 1)),
        };
    }

    /// <summary>find: the first word that is no flag is the place, a name or path test the pattern.</summary>
    public static ParsedCommand OfFind(IReadOnlyList<string> words)
    {
        var arguments = WordLists.Arguments(words);
        var place = arguments.Find(static argument => !argument.StartsWith('-') && argument is not ("!" or "(" or ")"));
        var test = arguments.FindIndex(static argument => argument is "-name" or "-iname" or "-path" or "-regex");
        var pattern = test < 0 ? null : At(arguments, test + 1);
        return pattern is null ? Listings.OfPath(words, place) : Search(words, pattern, place);
    }

    private static ParsedCommand.Search Search(IReadOnlyList<string> words, string? pattern, string? place) =>
        new(ShellQuoting.Join(words), pattern, place is null ? null : Directories.Shorten(place));

    private static string? At(List<string> list, int index) => index < list.Count ? list[index] : null;

    private static bool IsPath(string word) => word is "." or ".." || word.AsSpan().ContainsAny('/', '\\');
}
