using System.Collections.Immutable;
using Codex.Engine.Input;
using Codex.Protocol.Events;
using Codex.Protocol.Turns;

namespace Codex.Engine;

/// <summary>The older events that accompany item events; they are what rollouts hold (<c>codex-rs/protocol/src/items.rs</c>).</summary>
internal static class LegacyEvents
{
    /// <summary>The twins of an event, in order; mostly none.</summary>
    public static ImmutableArray<EventMsg> For(EventMsg message, bool showRawReasoning) => message switch
    {
        ItemCompletedEvent { Item: UserMessageTurnItem item } => [UserMessageSummary.Of(item)],
        ItemCompletedEvent { Item: AgentMessageTurnItem item } => [new AgentMessageEvent(item.Text, item.Phase, item.MemoryCitation)],
        ItemCompletedEvent { Item: ReasoningTurnItem item } => Reasoning(item, showRawReasoning),
        ItemCompletedEvent { Item: WebSearchTurnItem item } => [new WebSearchEndEvent(item.Id, item.Query, item.Action)],
        ItemCompletedEvent { Item: ImageGenerationTurnItem item } =>
            [new ImageGenerationEndEvent(item.Id, item.Status, item.RevisedPrompt, item.Result, item.SavedPath)],
        ItemCompletedEvent { Item: ContextCompactionTurnItem } => [new ContextCompactedEvent()],
        ItemCompletedEvent { Item: FileChangeTurnItem item } completed => [PatchEnd(completed.TurnId, item)],
        _ => [],
    };

    private static ImmutableArray<EventMsg> Reasoning(ReasoningTurnItem item, bool showRaw) =>
    [
        .. item.SummaryText.Select(static text => new AgentReasoningEvent(text)),
        .. showRaw ? item.RawContent.Select(static text => new AgentReasoningRawContentEvent(text)) : [],
    ];

    private static PatchApplyEndEvent PatchEnd(string turnId, FileChangeTurnItem item)
    {
        var status = item.Status ?? PatchApplyStatus.Failed;
        return new PatchApplyEndEvent(
            item.Id,
            turnId,
            item.StandardOutput ?? "",
            item.StandardError ?? "",
            status == PatchApplyStatus.Completed,
            item.Changes,
            status);
    }
}
