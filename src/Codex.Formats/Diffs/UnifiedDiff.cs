using System.Text;

namespace Codex.Formats.Diffs;

/// <summary>
/// Unified diffs, byte for byte those of 0.136 (whose library is <c>similar</c> 2.7): same choice of lines, same hunk
/// borders, <c>\ No newline at end of file</c> where a text does not end in one.
/// </summary>
public static class UnifiedDiff
{
    /// <summary>The hunks that lead from one text to the other; empty for equal texts.</summary>
    /// <param name="oldText">The text before.</param>
    /// <param name="newText">The text after.</param>
    /// <param name="contextLines">Unchanged lines shown around changes; at least 1.</param>
    /// <param name="header">Lines put before the first hunk, or null.</param>
    public static string Create(string oldText, string newText, int contextLines, UnifiedDiffHeader? header)
    {
        var diff = LineDiff.Compute(oldText, newText);
        var output = new StringBuilder();
        foreach (var hunk in HunkGrouper.Group(diff.Runs, contextLines))
        {
            if (header is not null && output.Length == 0)
                output.Append("--- ").Append(header.OldName).Append("\n+++ ").Append(header.NewName).Append('\n');
            AppendHunk(output, diff, hunk);
        }

        return output.ToString();
    }

    private static void AppendHunk(StringBuilder output, LineDiff diff, List<DiffRun> hunk)
    {
        output.Append("@@ -");
        AppendRange(output, hunk[0].OldStart, hunk[^1].OldEnd);
        output.Append(" +");
        AppendRange(output, hunk[0].NewStart, hunk[^1].NewEnd);
        output.Append(" @@\n");
        foreach (var run in hunk)
        {
            AppendLines(output, run.Kind == DiffKind.Equal ? ' ' : '-', diff.OldLines, run.OldStart, run.OldEnd);
            if (run.Kind != DiffKind.Equal)
                AppendLines(output, '+', diff.NewLines, run.NewStart, run.NewEnd);
        }
    }

    private static void AppendRange(StringBuilder output, int start, int end)
    {
        var length = Math.Max(end - start, 0);
        output.Append(length == 0 ? start : start + 1);
        if (length != 1)
            output.Append(',').Append(length);
    }

    private static void AppendLines(StringBuilder output, char marker, List<ReadOnlyMemory<char>> lines, int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            var line = lines[index].Span;
            output.Append(marker).Append(line);
            if (!line.EndsWith('\n') && !line.EndsWith('\r'))
                output.Append("\n\\ No newline at end of file\n");
        }
    }
}
