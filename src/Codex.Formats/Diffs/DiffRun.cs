namespace Codex.Formats.Diffs;

/// <summary>A run of lines; lengths are 0 on the side that has none of them.</summary>
internal sealed record DiffRun(DiffKind Kind, int OldStart, int OldLength, int NewStart, int NewLength)
{
    internal int OldEnd => OldStart + OldLength;

    internal int NewEnd => NewStart + NewLength;

    internal bool IsEmpty => OldLength == 0 && NewLength == 0;

    internal static DiffRun Equal(int oldStart, int newStart, int length) =>
        new(DiffKind.Equal, oldStart, length, newStart, length);

    /// <summary>The same run, begun and ended later; negative for earlier.</summary>
    internal DiffRun Shifted(int by) => this with { OldStart = OldStart + by, NewStart = NewStart + by };

    /// <summary>The same run with a later end; negative for an earlier one.</summary>
    internal DiffRun Extended(int by) => this with
    {
        OldLength = Kind == DiffKind.Added ? 0 : OldLength + by,
        NewLength = Kind == DiffKind.Removed ? 0 : NewLength + by,
    };
}
