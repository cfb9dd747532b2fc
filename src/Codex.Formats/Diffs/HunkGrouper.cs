namespace Codex.Formats.Diffs;

/// <summary>Cuts the runs of a diff into hunks.</summary>
internal static class HunkGrouper
{
    internal static List<List<DiffRun>> Group(List<DiffRun> runs, int contextLines)
    {
        List<List<DiffRun>> hunks = [];
        List<DiffRun> hunk = [];
        for (var index = 0; index < runs.Count; index++)
        {
            var run = Trim(runs[index], index == 0, index == runs.Count - 1, contextLines);
            if (run.Kind == DiffKind.Equal && run.OldLength > 2 * contextLines)
            {
                hunk.Add(run.Extended(contextLines - run.OldLength));
                hunks.Add(hunk);
                hunk = [];
                run = LastLines(run, contextLines);
            }

            hunk.Add(run);
        }

        if (hunk is not [] and not [{ Kind: DiffKind.Equal }])
            hunks.Add(hunk);
        return hunks;
    }

    private static DiffRun Trim(DiffRun run, bool isFirst, bool isLast, int contextLines)
    {
        if (run.Kind != DiffKind.Equal)
            return run;
        if (isFirst)
            run = LastLines(run, contextLines);
        return isLast ? run.Extended(Math.Min(contextLines - run.OldLength, 0)) : run;
    }

    private static DiffRun LastLines(DiffRun run, int count)
    {
        var skipped = Math.Max(run.OldLength - count, 0);
        return run.Shifted(skipped).Extended(-skipped);
    }
}
