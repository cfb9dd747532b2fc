using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Codex.Formats.Patch.Text;

namespace Codex.Formats.Patch.Matching;

/// <summary>Finds the place of every chunk of an update (0.136: compute_replacements in apply-patch/src/lib.rs).</summary>
internal sealed class ChunkPlanner(TextLines lines, string displayPath)
{
    private readonly LineSeeker _seeker = new(lines);
    private readonly EditPlan _plan = new(lines);
    private int _next;

    /// <summary>Why the chunks do not fit; null while they do.</summary>
    internal string? Problem { get; private set; }

    internal bool TryPlan(ImmutableArray<PatchChunk> chunks, [NotNullWhen(true)] out EditPlan? plan)
    {
        foreach (var chunk in chunks)
        {
            Problem = Plan(chunk);
            if (Problem is not null)
                break;
        }

        plan = Problem is null ? _plan : null;
        return plan is not null;
    }

    private string? Plan(PatchChunk chunk)
    {
        if (chunk.Context is { } context && !SkipTo(context))
            return $"Failed to find context '{context}' in {displayPath}";
        string[] old = [.. OldLines(chunk)];
        if (old.Length == 0)
            _plan.Insert(chunk.Lines.AsSpan(), EndOfText());
        else if (!TryEdit(chunk, chunk.Lines, old) && !TryEditWithoutLastBlank(chunk, old))
            return $"Failed to find expected lines in {displayPath}:\n{string.Join('\n', old)}";
        return null;
    }

    private bool SkipTo(string context)
    {
        var place = _seeker.Find([context], _next);
        _next = place + 1;
        return place >= 0;
    }

    private bool TryEdit(PatchChunk chunk, ImmutableArray<PatchLine> changes, ReadOnlySpan<string> old)
    {
        var place = chunk.IsEndOfFile && old.Length > 0 ? _seeker.FindAtEnd(old) : _seeker.Find(old, _next);
        if (place < 0)
            return false;
        _plan.Edit(changes.AsSpan(), place);
        _next = place + old.Length;
        return true;
    }

    // Models end a chunk with the empty line that they see after the last line feed; the file has no such line.
    private bool TryEditWithoutLastBlank(PatchChunk chunk, string[] old) =>
        old[^1].Length == 0 && TryEdit(chunk, WithoutLastBlank(chunk.Lines), old.AsSpan(..^1));

    private static ImmutableArray<PatchLine> WithoutLastBlank(ImmutableArray<PatchLine> changes)
    {
        var last = changes.Length - 1;
        while (changes[last].Kind == PatchLineKind.Added)
            last--;
        var isContext = changes[last].Kind == PatchLineKind.Context;
        if (last < changes.Length - 1)
        {
            changes = isContext ? changes.SetItem(last, new PatchLine(PatchLineKind.Added, "")) : changes.RemoveAt(last);
            return changes[^1].Text.Length == 0 ? changes.RemoveAt(changes.Length - 1) : changes;
        }

        changes = changes.RemoveAt(last);
        return isContext ? changes : WithoutLastNewBlank(changes);
    }

    private static ImmutableArray<PatchLine> WithoutLastNewBlank(ImmutableArray<PatchLine> changes)
    {
        var last = changes.Length - 1;
        while (last >= 0 && changes[last].Kind == PatchLineKind.Removed)
            last--;
        return last >= 0 && changes[last] is { Kind: PatchLineKind.Added, Text.Length: 0 } ? changes.RemoveAt(last) : changes;
    }

    // A file that ends with an empty line gets new text before it.
    private int EndOfText() => lines.Count > 0 && lines[lines.Count - 1].IsEmpty ? lines.Count - 1 : lines.Count;

    private static IEnumerable<string> OldLines(PatchChunk chunk) =>
        chunk.Lines.Where(line => line.Kind != PatchLineKind.Added).Select(line => line.Text);
}
