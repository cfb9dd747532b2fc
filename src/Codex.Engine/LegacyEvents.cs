using System.Collections.Immutable;
using Codex.Protocol.Events;
using Codex.Protocol.Turns;

namespace Codex.Engine;

/// <summary>The older events that accompany item events; they are what rollouts hold (<c>codex-rs/protocol/src/items.rs</c>).</summary>
internal static class LegacyEvents
{
    /// <summary>The twins of an event, in order; mostly none.</summary>
    public static ImmutableArray<EventMsg> For(EventMsg message, bool showRawReasoning) => message switch
    {
        ItemCompletedEvent { Item: UserMessageTurnItem item } => [UserMessage(item)],
        ItemCompletedEvent { Item: AgentMessageTurnItem item } => [new AgentMessageEvent(item.Text, item.Phase, null)],
        ItemCompletedEvent { Item: ReasoningTurnItem item } => Reasoning(item, showRawReasoning),
        ItemCompletedEvent { Item: WebSearchTurnItem item } => [new WebSearchEndEvent(item.Id, item.Query, item.Action)],
        ItemCompletedEvent { Item: ImageGenerationTurnItem item } =>
            [new ImageGenerationEndEvent(item.Id, item.Status, item.RevisedPrompt, item.Result, item.SavedPath)],
        ItemCompletedEvent { Item: ContextCompactionTurnItem } => [new ContextCompactedEvent()],
        ItemCompletedEvent { Item: FileChangeTurnItem item } completed => [PatchEnd(completed.TurnId, item)],
        _ => [],
    };

    private static UserMessageEvent UserMessage(UserMessageTurnItem item) => new(
        string.Concat(item.Content.OfType<TextInput>().Select(static text => text.Text)),
        [.. item.Content.OfType<ImageInput>().Select(static image => image.ImageUrl)],
        [.. item.Content.OfType<LocalImageInput>().Select(static image => image.Path)],
        []);

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
