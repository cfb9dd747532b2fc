using Codex.Formats.Bash;
using Codex.Protocol.Turns;

namespace Codex.Execution.Policy.Summaries;

/// <summary>Finds the place of commands that list files.</summary>
internal static class Listings
{
    /// <summary>Programs whose first operand is the place.</summary>
    public static ParsedCommand Of(IReadOnlyList<string> words, int start, params ReadOnlySpan<string> flagsWithValue) =>
        OfPath(words, WordLists.Positional([.. words.Skip(start)], flagsWithValue) is [var first, ..] ? first : null);

    /// <summary>A listing of a place; null for the working directory.</summary>
    public static ParsedCommand OfPath(IReadOnlyList<string> words, string? path) =>
        new ParsedCommand.ListFiles(ShellQuoting.Join(words), path is null ? null : Directories.Shorten(path));

    /// <summary>Whether Python code walks through directories.</summary>
    public static bool WalksFiles(IReadOnlyList<string> words)
    {
        var arguments = WordLists.Arguments(words);
        var flag = arguments.IndexOf("-c");
        return flag >= 0 && flag + 1 < arguments.Count && IsWalk(arguments[flag + 1]);
    }

    private static bool IsWalk(string code)
    {
        foreach (var call in (ReadOnlySpan<string>)["os.walk", "os.listdir", "os.scandir", "glob.glob", "glob.iglob", "pathlib.Path", ".rglob("])
        {
            if (code.Contains(call, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
