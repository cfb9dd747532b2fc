namespace Codex.Formats.Text.Streams;

/// <summary>What a <see cref="PlanSegment"/> is.</summary>
public enum PlanSegmentKind
{
    /// <summary>Text outside a plan.</summary>
    Text,

    /// <summary>A plan begins; no text.</summary>
    PlanStart,

    /// <summary>Text of the plan.</summary>
    PlanText,

    /// <summary>The plan ends; no text.</summary>
    PlanEnd,
}
