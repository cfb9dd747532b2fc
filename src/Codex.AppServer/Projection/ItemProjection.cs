using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Turns;
using Codex.Protocol.Events;
using Codex.Protocol.Reviews;
using Codex.Protocol.Turns;
using EngineCitation = Codex.Protocol.Memories.MemoryCitation;
using EngineSearch = Codex.Protocol.Items.WebSearchAction;

namespace Codex.AppServer.Projection;

/// <summary>What the engine's items are to clients.</summary>
internal static class ItemProjection
{
    /// <summary>The item; null for kinds that clients do not know.</summary>
    /// <param name="item">The engine's item.</param>
    /// <param name="status">State of items that do not say theirs.</param>
    public static ThreadItem? Map(TurnItem item, string status) => item switch
    {
        UserMessageTurnItem i => new UserMessageThreadItem(i.Id, [.. i.Content.Select(InputProjection.ToClient)], i.ClientId),
        AgentMessageTurnItem i => new AgentMessageThreadItem(i.Id, i.Text, i.Phase, Map(i.MemoryCitation)),
        PlanTurnItem i => new PlanThreadItem(i.Id, i.Text),
        ReasoningTurnItem i => new ReasoningThreadItem(i.Id, i.SummaryText, i.RawContent),
        FileChangeTurnItem i => new FileChangeThreadItem(
            i.Id, [.. i.Changes.Select(static change => Map(change.Key, change.Value))], Map(i.Status) ?? status),
        WebSearchTurnItem i => new WebSearchThreadItem(i.Id, i.Query, Map(i.Action)),
        ImageGenerationTurnItem i => new ImageGenerationThreadItem(i.Id, i.Status, i.RevisedPrompt, i.Result, i.SavedPath),
        ContextCompactionTurnItem i => new ContextCompactionThreadItem(i.Id),
        ImageViewTurnItem i => new ImageViewThreadItem(i.Id, i.Path),
        _ => null,
    };

    /// <summary>The item of an event that is one by itself; null for other events.</summary>
    public static ThreadItem? Map(Event happened) => happened.Message switch
    {
        EnteredReviewModeEvent e => new EnteredReviewModeThreadItem(happened.Id, e.UserFacingHint ?? e.Target.Description),
        ExitedReviewModeEvent e => new ExitedReviewModeThreadItem(happened.Id, ReviewText.Render(e.ReviewOutput)),
        _ => null,
    };

    /// <summary>A step of the to-do list.</summary>
    public static TurnPlanStep Map(PlanStep step) => new(step.Step, step.Status == "in_progress" ? "inProgress" : step.Status);

    private static MemoryCitation? Map(EngineCitation? citation) => citation is null ? null : new MemoryCitation(
        [.. citation.Entries.Select(static entry => new MemoryCitationEntry(entry.Path, entry.LineStart, entry.LineEnd, entry.Note))],
        citation.RolloutIds);

    private static FileUpdateChange Map(string path, FileChange change) => change switch
    {
        AddFileChange added => new FileUpdateChange(path, new PatchChangeKind.Add(), added.Content),
        DeleteFileChange deleted => new FileUpdateChange(path, new PatchChangeKind.Delete(), deleted.Content),
        UpdateFileChange updated => new FileUpdateChange(path, new PatchChangeKind.Update(updated.MovePath), Diff(updated)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Diff(UpdateFileChange change) =>
        change.MovePath is { } target ? $"{change.UnifiedDiff}\n\nMoved to: {target}" : change.UnifiedDiff;

    private static string? Map(PatchApplyStatus? status) => status switch
    {
        PatchApplyStatus.Completed => ItemStatus.Completed,
        PatchApplyStatus.Failed => ItemStatus.Failed,
        PatchApplyStatus.Declined => ItemStatus.Declined,
        _ => null,
    };

    private static WebSearchAction Map(EngineSearch action) => action.Type switch
    {
        "search" => new WebSearchAction.Search(action.Query, action.Queries),
        "open_page" => new WebSearchAction.OpenPage(action.Url),
        "find_in_page" => new WebSearchAction.FindInPage(action.Url, action.Pattern),
        _ => new WebSearchAction.Other(),
    };
}
