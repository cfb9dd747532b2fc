namespace Codex.Execution.Policy.Summaries;

/// <summary>Commands of a pipeline that only shape the output of others.</summary>
internal static class FormattingHelpers
{
    /// <summary>Whether the command is one; it is none as soon as it names a file to read.</summary>
    public static bool Contains(IReadOnlyList<string> words) => words[0] switch
    {
        "wc" or "tr" or "cut" or "sort" or "uniq" or "tee" or "column" or "yes" or "printf" => true,
        "xargs" => !ChangesFiles(words),
        "awk" => FileReads.AwkFile(words) is null,
        "head" => HasNoFile(words, allowsPlus: false),
        "tail" => HasNoFile(words, allowsPlus: true),
        "sed" => FileReads.SedFile(words) is null,
        _ => false,
    };

    private static bool HasNoFile(IReadOnlyList<string> words, bool allowsPlus) => words switch
    {
        [_] => true,
        [_, var only] => only.StartsWith('-'),
        [_, "-n" or "-c", var count] => LineRanges.IsNumber(allowsPlus && count.StartsWith('+') ? count.AsSpan(1) : count),
        _ => false,
    };

    private static bool ChangesFiles(IReadOnlyList<string> words)
    {
        var start = 1;
        for (; start < words.Count && words[start].StartsWith('-'); start++)
        {
            if (words[start] == "--")
            {
                start++;
                break;
            }

            start += words[start] is "-E" or "-e" or "-I" or "-L" or "-n" or "-P" or "-s" ? 1 : 0;
        }

        return start < words.Count && words[start] switch
        {
            "perl" or "ruby" => words.Skip(start + 1).Any(EditsInPlace),
            "sed" => words.Skip(start + 1).Any(static word => EditsInPlace(word) || word == "--in-place"),
            "rg" => words.Skip(start + 1).Contains("--replace"),
            _ => false,
        };
    }

    private static bool EditsInPlace(string word) => word.StartsWith("-i", StringComparison.Ordinal) || word.StartsWith("-pi", StringComparison.Ordinal);
}
