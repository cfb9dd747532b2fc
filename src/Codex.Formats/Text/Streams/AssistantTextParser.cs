namespace Codex.Formats.Text.Streams;

/// <summary>
/// Parses the markup of an assistant's text as it streams: memory citations are taken out and, in plan mode, proposed plans
/// are told apart. One instance an item.
/// </summary>
/// <param name="mode">Which markup is looked for.</param>
public sealed class AssistantTextParser(AssistantTextMode mode)
{
    private readonly HiddenTagParser _citations = new("<oai-mem-citation>", "</oai-mem-citation>");
    private readonly ProposedPlanParser? _plan = mode == AssistantTextMode.Plan ? new ProposedPlanParser() : null;

    /// <summary>The bodies of the citations closed so far.</summary>
    public IReadOnlyList<string> Citations => _citations.Hidden;

    /// <summary>What the next delta yields.</summary>
    public AssistantTextChunk Push(string delta) => Parse(_citations.Push(delta));

    /// <summary>What the end of the item yields.</summary>
    public AssistantTextChunk Finish()
    {
        var chunk = Parse(_citations.Finish());
        return _plan is null ? chunk : OfSegments([.. chunk.PlanSegments, .. _plan.Finish()]);
    }

    private AssistantTextChunk Parse(string text) =>
        _plan is null ? new AssistantTextChunk(text, []) : OfSegments(_plan.Push(text));

    private static AssistantTextChunk OfSegments(IReadOnlyList<PlanSegment> segments)
    {
        var visible = segments.Where(segment => segment.Kind == PlanSegmentKind.Text).Select(segment => segment.Text);
        return new AssistantTextChunk(string.Concat(visible), segments);
    }
}
