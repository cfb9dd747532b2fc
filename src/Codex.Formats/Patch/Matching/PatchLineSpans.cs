namespace Codex.Formats.Patch.Matching;

/// <summary>Searches in the lines of a chunk.</summary>
internal static class PatchLineSpans
{
    /// <summary>The number of lines before the first one of a kind; all of them when there is none.</summary>
    internal static int IndexOfKind(this ReadOnlySpan<PatchLine> lines, PatchLineKind kind)
    {
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].Kind == kind)
                return index;
        }

        return lines.Length;
    }
}
