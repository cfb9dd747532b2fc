namespace Codex.Formats.Text.Streams;

/// <summary>What a delta of an assistant's text yields.</summary>
/// <param name="Visible">Text to show now.</param>
/// <param name="PlanSegments">In plan mode all pieces in order, visible text included; else empty.</param>
public sealed record AssistantTextChunk(string Visible, IReadOnlyList<PlanSegment> PlanSegments);
