using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Turns;

namespace Codex.Storage.Rollouts;

/// <summary>What of a thread reaches its rollout file (<c>codex-rs/rollout/src/policy.rs</c>, limited history).</summary>
public static class PersistFilter
{
    /// <summary>Whether an item is written.</summary>
    public static bool Keeps(ResponseItem item) => item is not (CompactionTriggerItem or OtherItem);

    /// <summary>Whether an event is written.</summary>
    public static bool Keeps(EventMsg message) => message is
        UserMessageEvent or AgentMessageEvent or AgentReasoningEvent or AgentReasoningRawContentEvent or
        PatchApplyEndEvent or TokenCountEvent or ContextCompactedEvent or ThreadRolledBackEvent or
        TurnAbortedEvent or TaskStartedEvent or TaskCompleteEvent or WebSearchEndEvent or
        ImageGenerationEndEvent or EnteredReviewModeEvent or ExitedReviewModeEvent or
        ItemCompletedEvent { Item: PlanTurnItem } or
        ApprovalRequestedEvent or ApprovalResolvedEvent { Decision: not null };
}
