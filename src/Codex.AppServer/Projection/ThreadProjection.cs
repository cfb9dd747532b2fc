using System.Text;
using Codex.AppServer.Protocol.AutoReviews;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Notices;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Protocol.Turns;
using Codex.Protocol.Accounting;
using Codex.Protocol.Errors;
using Codex.Protocol.Events;

namespace Codex.AppServer.Projection;

/// <summary>
/// What the events of a thread mean to clients (<c>codex-rs/app-server/src/bespoke_event_handling.rs</c>). Called for one
/// event after the other; keeps only what a turn's end has to repeat.
/// </summary>
/// <param name="threadId">The thread.</param>
/// <param name="workingDirectory">What relative paths of commands are relative to.</param>
/// <param name="clock">For the times of items.</param>
/// <param name="isWanted">Whether anybody wants notifications of a kind; others are not made.</param>
internal sealed class ThreadProjection(string threadId, string workingDirectory, TimeProvider clock, Func<string, bool> isWanted)
{
    private TurnError? _failure;
    private long? _startedAt;

    /// <summary>The notification of an event; null when it has none.</summary>
    public ServerNotification? Project(Event happened) => happened.Message switch
    {
        AgentMessageDeltaEvent e => isWanted(AgentMessageDeltaNotification.Name)
            ? new AgentMessageDeltaNotification(threadId, happened.Id, e.ItemId, e.Delta)
            : null,
        PlanDeltaEvent e => isWanted(PlanDeltaNotification.Name)
            ? new PlanDeltaNotification(threadId, happened.Id, e.ItemId, e.Delta)
            : null,
        ExecCommandOutputDeltaEvent e => isWanted(CommandExecutionOutputDeltaNotification.Name)
            ? new CommandExecutionOutputDeltaNotification(threadId, happened.Id, e.CallId, Encoding.UTF8.GetString(e.Chunk.Span))
            : null,
        ReasoningDeltaEvent e => isWanted(ReasoningSummaryTextDeltaNotification.Name)
            ? new ReasoningSummaryTextDeltaNotification(threadId, happened.Id, e.ItemId, e.Delta, e.SummaryIndex)
            : null,
        ReasoningRawDeltaEvent e => isWanted(ReasoningTextDeltaNotification.Name)
            ? new ReasoningTextDeltaNotification(threadId, happened.Id, e.ItemId, e.Delta, e.ContentIndex)
            : null,
        ReasoningSectionBreakEvent e => new ReasoningSummaryPartAddedNotification(threadId, happened.Id, e.ItemId, e.SummaryIndex),
        TerminalInteractionEvent e => new TerminalInteractionNotification(threadId, happened.Id, e.CallId, e.ProcessId, e.Stdin),
        ItemStartedEvent e => Started(ItemProjection.Map(e.Item, ItemStatus.InProgress), happened.Id),
        ItemCompletedEvent e => Completed(ItemProjection.Map(e.Item, ItemStatus.Completed), happened.Id),
        ExecCommandBeginEvent e => Started(CommandProjection.Map(e, workingDirectory), happened.Id),
        ExecCommandEndEvent e => Completed(CommandProjection.Map(e, workingDirectory), happened.Id),
        PlanUpdateEvent e => new TurnPlanUpdatedNotification(threadId, happened.Id, e.Explanation, [.. e.Plan.Select(ItemProjection.Map)]),
        TurnDiffEvent e => new TurnDiffUpdatedNotification(threadId, happened.Id, e.UnifiedDiff),
        TokenCountEvent { Info: { } info } => new ThreadTokenUsageUpdatedNotification(threadId, happened.Id, Usage(info)),
        TaskStartedEvent e => TurnStarted(e, happened.Id),
        TaskCompleteEvent e => TurnCompleted(e),
        TurnAbortedEvent e => TurnAborted(e, happened.Id),
        ErrorEvent e => Failed(e, happened.Id),
        StreamErrorEvent e => new ErrorNotification(
            new TurnError(e.Message, e.Info, e.AdditionalDetails), WillRetry: true, threadId, happened.Id),
        ModelRerouteEvent e => new ModelReroutedNotification(threadId, happened.Id, e.FromModel, e.ToModel, CamelCase(e.Reason)),
        ModelVerificationEvent e => new ModelVerificationNotification(threadId, happened.Id, [.. e.Verifications.Select(CamelCase)]),
        EnteredReviewModeEvent or ExitedReviewModeEvent => Started(ItemProjection.Map(happened), happened.Id),
        GuardianWarningEvent e => new GuardianWarningNotification(threadId, e.Message),
        WarningEvent e => new WarningNotification(threadId, e.Message),
        DeprecationNoticeEvent e => new DeprecationNoticeNotification(e.Summary, e.Details),
        _ => null,
    };

    /// <summary>The end of an item that is over as soon as it began: it follows what <see cref="Project"/> gave.</summary>
    public ServerNotification? ProjectEnd(Event happened) =>
        happened.Message is EnteredReviewModeEvent or ExitedReviewModeEvent ? Completed(ItemProjection.Map(happened), happened.Id) : null;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private ItemStartedNotification? Started(ThreadItem? item, string turnId) =>
        item is null ? null : new ItemStartedNotification(item, threadId, turnId, Now);

    private ItemCompletedNotification? Completed(ThreadItem? item, string turnId) =>
        item is null ? null : new ItemCompletedNotification(item, threadId, turnId, Now);

    // The agent of a review reports a turn of its own; to clients it is the turn of the review.
    private TurnStartedNotification TurnStarted(TaskStartedEvent started, string turnId)
    {
        _failure = null;
        _startedAt = started.StartedAt;
        return new TurnStartedNotification(
            threadId, new Turn { Id = turnId, Status = TurnStatus.InProgress, StartedAt = _startedAt });
    }

    private TurnCompletedNotification TurnCompleted(TaskCompleteEvent ended) => Ended(new Turn
    {
        Id = ended.TurnId,
        Status = _failure is null ? TurnStatus.Completed : TurnStatus.Failed,
        Error = _failure,
        CompletedAt = ended.CompletedAt,
        DurationMs = ended.DurationMs,
    });

    private TurnCompletedNotification TurnAborted(TurnAbortedEvent ended, string turnId) => Ended(new Turn
    {
        Id = ended.TurnId ?? turnId,
        Status = TurnStatus.Interrupted,
        CompletedAt = ended.CompletedAt,
        DurationMs = ended.DurationMs,
    });

    private TurnCompletedNotification Ended(Turn turn)
    {
        var notification = new TurnCompletedNotification(threadId, turn with { StartedAt = _startedAt });
        _failure = null;
        _startedAt = null;
        return notification;
    }

    private ErrorNotification Failed(ErrorEvent error, string turnId)
    {
        var described = new TurnError(error.Message, error.Info, AdditionalDetails: null);
        if (error.Info.Kind is not (CodexErrorKind.ThreadRollbackFailed or CodexErrorKind.ActiveTurnNotSteerable))
            _failure = described;
        return new ErrorNotification(described, WillRetry: false, threadId, turnId);
    }

    // The engine's words are snake_case.
    private static string CamelCase(string word)
    {
        var text = new StringBuilder(word.Length);
        var upper = false;
        foreach (var letter in word)
        {
            if (letter != '_')
                text.Append(upper ? char.ToUpperInvariant(letter) : letter);
            upper = letter == '_';
        }

        return text.ToString();
    }

    private static ThreadTokenUsage Usage(TokenUsageInfo info) =>
        new(Breakdown(info.TotalTokenUsage), Breakdown(info.LastTokenUsage), info.ModelContextWindow);

    private static TokenUsageBreakdown Breakdown(TokenUsage usage) => new(
        usage.TotalTokens, usage.InputTokens, usage.CachedInputTokens, usage.OutputTokens, usage.ReasoningOutputTokens);
}
