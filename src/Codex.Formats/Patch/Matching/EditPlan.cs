using Codex.Formats.Patch.Text;

namespace Codex.Formats.Patch.Matching;

/// <summary>What is to become of the lines of one file.</summary>
internal sealed class EditPlan(TextLines lines)
{
    private readonly bool[] _removed = new bool[lines.Count];
    private readonly List<LineInsertion> _insertions = [];

    internal TextLines Lines => lines;

    /// <summary>New lines by place, those of one place in patch order.</summary>
    internal IEnumerable<LineInsertion> Insertions => _insertions.OrderBy(insertion => insertion.Before);

    internal bool IsRemoved(int line) => _removed[line];

    /// <summary>Plans a chunk whose old lines start at a line.</summary>
    internal void Edit(ReadOnlySpan<PatchLine> changes, int line)
    {
        while (!changes.IsEmpty)
        {
            var run = changes.IndexOfKind(PatchLineKind.Context);
            if (run == 0)
            {
                line++;
                changes = changes[1..];
                continue;
            }

            line = Replace(changes[..run], line);
            changes = changes[run..];
        }
    }

    /// <summary>Plans new lines before a line.</summary>
    internal void Insert(ReadOnlySpan<PatchLine> changes, int line) => Replace(changes, line);

    // A run without context: its new lines come where they stand among the old ones; each takes its line end from the old
    // line that it replaces, later ones from the last old line.
    private int Replace(ReadOnlySpan<PatchLine> run, int line)
    {
        var first = line;
        var removed = 0;
        foreach (var change in run)
            removed += change.Kind == PatchLineKind.Removed ? 1 : 0;
        var added = 0;
        foreach (var change in run)
        {
            if (change.Kind == PatchLineKind.Removed)
                _removed[line++] = true;
            else
                _insertions.Add(new LineInsertion(line, change.Text, removed == 0 ? null : first + Math.Min(added++, removed - 1)));
        }

        return line;
    }
}
