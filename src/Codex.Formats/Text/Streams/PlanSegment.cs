namespace Codex.Formats.Text.Streams;

/// <summary>A piece of an answer in plan mode.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; empty for the start and the end of a plan.</param>
public sealed record PlanSegment(PlanSegmentKind Kind, string Text)
{
    internal static PlanSegment Start { get; } = new(PlanSegmentKind.PlanStart, "");

    internal static PlanSegment End { get; } = new(PlanSegmentKind.PlanEnd, "");
}
