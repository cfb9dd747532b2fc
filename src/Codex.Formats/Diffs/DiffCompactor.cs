namespace Codex.Formats.Diffs;

/// <summary>
/// Slides runs of added lines along equal neighbours and merges what meets, as the original's library does: first over
/// the removed runs, then over the added ones, each up and then down as far as it goes.
/// </summary>
internal sealed class DiffCompactor(List<DiffRun> runs, int[] oldLines, int[] newLines)
{
    internal static void Compact(List<DiffRun> runs, int[] oldLines, int[] newLines)
    {
        var compactor = new DiffCompactor(runs, oldLines, newLines);
        compactor.Slide(DiffKind.Removed);
        compactor.Slide(DiffKind.Added);
    }

    private void Slide(DiffKind kind)
    {
        for (var index = 0; index < runs.Count; index++)
        {
            if (runs[index].Kind == kind)
                index = SlideDown(SlideUp(index));
        }
    }

    private int SlideUp(int index)
    {
        while (index > 0)
        {
            var above = runs[index - 1];
            if (above.Kind == runs[index].Kind)
            {
                runs[index - 1] = Merged(above, runs[index]);
                runs.RemoveAt(index);
            }
            else if (above.Kind != DiffKind.Equal)
            {
                (runs[index - 1], runs[index]) = (runs[index], above);
            }
            else if (!SlideOverEqualAbove(ref index))
            {
                break;
            }
            else
            {
                continue;
            }

            index--;
        }

        return index;
    }

    private int SlideDown(int index)
    {
        while (index + 1 < runs.Count)
        {
            var below = runs[index + 1];
            if (below.Kind == runs[index].Kind)
            {
                runs[index] = Merged(runs[index], below);
                runs.RemoveAt(index + 1);
            }
            else if (below.Kind != DiffKind.Equal)
            {
                (runs[index], runs[index + 1]) = (below, runs[index]);
                index++;
            }
            else if (!SlideOverEqualBelow(ref index))
            {
                break;
            }
        }

        return index;
    }

    /// <summary>Moves an added run up while the lines above it equal its last lines; false when it cannot move.</summary>
    private bool SlideOverEqualAbove(ref int index)
    {
        var above = runs[index - 1];
        var length = CommonSuffix(above, runs[index]);
        if (length == 0)
            return false;
        if (index + 1 < runs.Count && runs[index + 1].Kind == DiffKind.Equal)
            runs[index + 1] = runs[index + 1].Shifted(-length).Extended(length);
        else
            runs.Insert(index + 1, DiffRun.Equal(above.OldEnd - length, runs[index].NewEnd - length, length));
        runs[index] = runs[index].Shifted(-length);
        runs[index - 1] = above.Extended(-length);
        if (runs[index - 1].IsEmpty)
            runs.RemoveAt(--index);
        return true;
    }

    /// <summary>Moves an added run down while the lines below it equal its first lines; false when it cannot move.</summary>
    private bool SlideOverEqualBelow(ref int index)
    {
        var below = runs[index + 1];
        var length = CommonPrefix(below, runs[index]);
        if (length == 0)
            return false;
        if (index > 0 && runs[index - 1].Kind == DiffKind.Equal)
            runs[index - 1] = runs[index - 1].Extended(length);
        else
            runs.Insert(index++, DiffRun.Equal(below.OldStart, runs[index - 1].NewStart, length));
        runs[index] = runs[index].Shifted(length);
        runs[index + 1] = below.Shifted(length).Extended(-length);
        if (runs[index + 1].IsEmpty)
            runs.RemoveAt(index + 1);
        return true;
    }

    private static DiffRun Merged(DiffRun first, DiffRun second) =>
        first.Extended(first.Kind == DiffKind.Removed ? second.OldLength : second.NewLength);

    // A removed run has no new lines, so it never slides over equal ones; that is how the original's library counts, too.
    private int CommonSuffix(DiffRun equal, DiffRun changed)
    {
        var length = 0;
        while (length < equal.OldLength && length < changed.NewLength
            && oldLines[equal.OldEnd - 1 - length] == newLines[changed.NewEnd - 1 - length])
            length++;
        return length;
    }

    private int CommonPrefix(DiffRun equal, DiffRun changed)
    {
        var length = 0;
        while (length < equal.OldLength && length < changed.NewLength
            && oldLines[equal.OldStart + length] == newLines[changed.NewStart + length])
            length++;
        return length;
    }
}
