namespace Codex.Formats.Diffs;

/// <summary>Two texts and the runs of lines that lead from one to the other.</summary>
internal sealed record LineDiff(
    List<ReadOnlyMemory<char>> OldLines, List<ReadOnlyMemory<char>> NewLines, List<DiffRun> Runs)
{
    internal static LineDiff Compute(string oldText, string newText)
    {
        var oldLines = LineTokenizer.Split(oldText);
        var newLines = LineTokenizer.Split(newText);
        var (oldNumbers, newNumbers) = LineTokenizer.Number(oldLines, newLines);
        var runs = MyersDiff.Compute(oldNumbers, newNumbers);
        DiffCompactor.Compact(runs, oldNumbers, newNumbers);
        return new LineDiff(oldLines, newLines, Join(runs));
    }

    /// <summary>Runs in which equal and changed lines alternate.</summary>
    private static List<DiffRun> Join(List<DiffRun> runs)
    {
        List<DiffRun> joined = [];
        foreach (var run in runs)
        {
            if (joined.Count > 0 && joined[^1].Kind == DiffKind.Equal == (run.Kind == DiffKind.Equal))
                joined[^1] = Join(joined[^1], run);
            else
                joined.Add(run);
        }

        return joined;
    }

    private static DiffRun Join(DiffRun first, DiffRun second)
    {
        if (first.Kind == DiffKind.Equal)
            return first.Extended(second.OldLength);
        return new DiffRun(
            first.Kind == second.Kind ? first.Kind : DiffKind.Replaced,
            first.OldLength > 0 ? first.OldStart : second.OldStart,
            first.OldLength + second.OldLength,
            first.NewLength > 0 ? first.NewStart : second.NewStart,
            first.NewLength + second.NewLength);
    }
}
