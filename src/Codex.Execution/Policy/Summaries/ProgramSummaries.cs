using Codex.Formats.Bash;
using Codex.Protocol.Turns;

namespace Codex.Execution.Policy.Summaries;

/// <summary>The programs that are understood.</summary>
internal static class ProgramSummaries
{
    /// <summary>What one command without connectors does.</summary>
    public static ParsedCommand Of(IReadOnlyList<string> words) => words[0] switch
    {
        "ls" => Listings.Of(words, 1, "-I", "-w", "--block-size", "--format", "--time-style", "--color", "--quoting-style"),
        "eza" or "exa" => Listings.Of(words, 1, "-I", "--ignore-glob", "--color", "--sort", "--time-style", "--time"),
        "tree" => Listings.Of(words, 1, "-L", "-P", "-I", "--charset", "--filelimit", "--sort"),
        "du" => Listings.Of(words, 1, "-d", "--max-depth", "-B", "--block-size", "--exclude", "--time-style"),
        "rg" or "rga" or "ripgrep-all" => Searches.OfRipgrep(words),
        "git" => OfGit(words),
        "fd" => Searches.OfFd(words),
        "find" => Searches.OfFind(words),
        "grep" or "egrep" or "fgrep" => Searches.OfGrep(words, 1),
        "ag" or "ack" or "pt" => Searches.OfPattern(words, "-G", "-g", "--file-search-regex", "--ignore-dir", "--ignore-file", "--path-to-ignore"),
        "cat" or "more" => FileReads.Of(words, FileReads.OnlyOperand(words)),
        "bat" or "batcat" => FileReads.Of(
            words,
            FileReads.OnlyOperand(words, "--theme", "--language", "--style", "--terminal-width", "--tabs", "--line-range", "--map-syntax")),
        "less" => FileReads.Of(
            words,
            FileReads.OnlyOperand(words, "-p", "-P", "-x", "-y", "-z", "-j", "--pattern", "--prompt", "--tabs", "--shift", "--jump-target")),
        "head" => FileReads.Of(words, FileReads.EndsFile(words, allowsPlus: false)),
        "tail" => FileReads.Of(words, FileReads.EndsFile(words, allowsPlus: true)),
        "awk" => FileReads.Of(words, FileReads.AwkFile(words)),
        "nl" => FileReads.Of(words, FileReads.NumberedFile(words)),
        "sed" => FileReads.Of(words, FileReads.SedFile(words)),
        var name when IsPython(name) && Listings.WalksFiles(words) => Listings.OfPath(words, null),
        _ => Unknown(words),
    };

    private static ParsedCommand OfGit(IReadOnlyList<string> words) => words switch
    {
        [_, "grep", ..] => Searches.OfGrep(words, 2),
        [_, "ls-files", ..] => Listings.Of(words, 2, "--exclude", "--exclude-from", "--pathspec-from-file"),
        _ => Unknown(words),
    };

    private static bool IsPython(string name) =>
        name is "python" or "python2" or "python3"
        || name.StartsWith("python2.", StringComparison.Ordinal)
        || name.StartsWith("python3.", StringComparison.Ordinal);

    private static ParsedCommand.Unknown Unknown(IReadOnlyList<string> words) => new(ShellQuoting.Join(words));
}
