namespace Codex.Cli.Commands.Apply;

/// <summary>What <c>git apply</c> said about each file (<c>codex-rs/git-utils/src/apply.rs</c>).</summary>
internal sealed class GitApplyReport
{
    // What git says in front of a path and behind it; the first that fits counts.
    private static readonly (string Before, string After, PatchOutcome Outcome)[] s_phrases =
    [
        ("Checking patch ", "...", PatchOutcome.Looked),
        ("Applied patch to ", " cleanly", PatchOutcome.Applied),
        ("Applied patch ", " cleanly", PatchOutcome.Applied),
        ("Applied patch to ", " with conflicts", PatchOutcome.Conflicted),
        ("Applied patch ", " with conflicts", PatchOutcome.Conflicted),
        ("Applying patch ", " with ", PatchOutcome.Conflicted),
        ("U ", "", PatchOutcome.Conflicted),
        ("error: patch failed: ", ":", PatchOutcome.Failed),
        ("error: cannot apply binary patch to ", " without full index line", PatchOutcome.Skipped),
        ("error: binary patch does not apply to ", "", PatchOutcome.Skipped),
        ("error: binary patch to ", " creates incorrect result", PatchOutcome.Skipped),
        ("error: cannot read the current contents of ", "", PatchOutcome.Skipped),
        ("error: path ", " has been renamed/deleted", PatchOutcome.Skipped),
        ("error: ", ": patch does not apply", PatchOutcome.Failed),
        ("error: ", ": does not match index", PatchOutcome.Skipped),
        ("error: ", ": does not exist in index", PatchOutcome.Skipped),
        ("error: ", " already exists in working directory", PatchOutcome.Skipped),
        ("error: ", " already exists in the working directory", PatchOutcome.Skipped),
        ("Skipped patch ", "'.", PatchOutcome.Skipped),
        ("warning: Cannot merge binary files: ", " (ours vs. theirs)", PatchOutcome.Conflicted),
    ];

    private static readonly string[] s_givenUp = ["Failed to perform three-way merge...", "repository lacks the necessary blob to "];

    private string? _last;

    private GitApplyReport()
    {
    }

    /// <summary>Files that the diff was applied to.</summary>
    public HashSet<string> Applied { get; } = new(StringComparer.Ordinal);

    /// <summary>Files that were left as they are.</summary>
    public HashSet<string> Skipped { get; } = new(StringComparer.Ordinal);

    /// <summary>Files with conflicts.</summary>
    public HashSet<string> Conflicted { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads everything that git printed.</summary>
    public static GitApplyReport Read(string text)
    {
        var report = new GitApplyReport();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            report.Take(line);
        report.Applied.ExceptWith(report.Conflicted);
        report.Skipped.ExceptWith(report.Conflicted);
        report.Skipped.ExceptWith(report.Applied);
        return report;
    }

    private void Take(string line)
    {
        foreach (var (before, after, outcome) in s_phrases)
        {
            if (PathIn(line, before, after) is not { } path)
                continue;
            Note(path, outcome);
            return;
        }

        if (_last is not null && Array.Exists(s_givenUp, phrase => line.Contains(phrase, StringComparison.OrdinalIgnoreCase)))
            Note(_last, PatchOutcome.Skipped);
    }

    private static string? PathIn(string line, string before, string after)
    {
        if (!line.StartsWith(before, StringComparison.OrdinalIgnoreCase))
            return null;
        var end = after.Length == 0 ? line.Length : line.IndexOf(after, before.Length, StringComparison.OrdinalIgnoreCase);
        return end > before.Length ? line[before.Length..end].Trim('\'', '"', ' ') : null;
    }

    private void Note(string path, PatchOutcome outcome)
    {
        _last = path;
        switch (outcome)
        {
            case PatchOutcome.Applied: Move(path, Applied, Skipped, Conflicted); break;
            case PatchOutcome.Conflicted: Move(path, Conflicted, Applied, Skipped); break;
            case PatchOutcome.Skipped: Move(path, Skipped, Applied, Conflicted); break;
            case PatchOutcome.Failed: Skipped.Add(path); break;
        }
    }

    private static void Move(string path, HashSet<string> to, HashSet<string> from, HashSet<string> alsoFrom)
    {
        to.Add(path);
        from.Remove(path);
        alsoFrom.Remove(path);
    }
}
