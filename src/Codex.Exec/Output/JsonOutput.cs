using System.Collections.Immutable;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Notices;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Protocol.Turns;
using Codex.Exec.ThreadEvents;

namespace Codex.Exec.Output;

/// <summary>Shows a run to programs: one JSON object a line (<c>codex-rs/exec/src/event_processor_with_jsonl_output.rs</c>).</summary>
internal sealed class JsonOutput(TextSink output, TextSink error, string? lastMessageFile) : IExecOutput
{
    private readonly ThreadEventWriter events = new(output);
    private readonly ItemNumbers numbers = new();
    private ImmutableArray<TurnPlanStep> plan;
    private int planNumber;
    private ThreadTokenUsage? usage;
    private string? lastError;
    private string? lastMessage;
    private string? lastPlan;
    private bool completed;

    public void Begin(LoadedThreadResult thread, string prompt) => events.ThreadStarted(thread.Thread.Id);

    public void WarnPeople(string message)
    {
    }

    public void Show(ServerNotification notification)
    {
        switch (notification)
        {
            case TurnStartedNotification: events.TurnStarted(); break;
            case ItemStartedNotification started: ShowStarted(started.Item); break;
            case ItemCompletedNotification ended: ShowCompleted(ended.Item); break;
            case TurnPlanUpdatedNotification updated: ShowPlan(updated.Plan); break;
            case ThreadTokenUsageUpdatedNotification updated: usage = updated.TokenUsage; break;
            case ErrorNotification failure: ShowError(failure.Error.MessageWithDetails); break;
            case TurnCompletedNotification ended: ShowEnd(ended.Turn); break;
            case ModelReroutedNotification reroute:
                ShowNotice($"model rerouted: {reroute.FromModel} -> {reroute.ToModel} ({Capitalized(reroute.Reason)})");
                break;
            case ConfigWarningNotification warning: ShowNotice(WithDetails(warning.Summary, warning.Details)); break;
            case DeprecationNoticeNotification notice: ShowNotice(WithDetails(notice.Summary, notice.Details)); break;
        }
    }

    public void Finish()
    {
        if (completed && lastMessageFile is { } path)
            LastMessageFile.Write(path, lastMessage ?? lastPlan, error);
    }

    public void Dispose() => events.Dispose();

    private void ShowStarted(ThreadItem item)
    {
        // Messages and reasoning are events of one moment: they only complete.
        if (ThreadEventWriter.Shows(item) && item is not (AgentMessageThreadItem or ReasoningThreadItem))
            events.ItemStarted(numbers.Start(item.Id), item);
    }

    private void ShowCompleted(ThreadItem item)
    {
        if (item is PlanThreadItem proposed)
            lastPlan = proposed.Text;
        if (!ThreadEventWriter.Shows(item))
            return;
        if (item is AgentMessageThreadItem message)
            lastMessage = message.Text;
        var number = item is AgentMessageThreadItem or ReasoningThreadItem ? numbers.Next() : numbers.Complete(item.Id);
        events.ItemCompleted(number, item);
    }

    private void ShowPlan(ImmutableArray<TurnPlanStep> steps)
    {
        var first = plan.IsDefault;
        if (first)
            planNumber = numbers.Next();
        plan = steps;
        events.Plan(first ? "item.started"u8 : "item.updated"u8, planNumber, steps);
    }

    private void ShowError(string message)
    {
        lastError = message;
        events.Error(message);
    }

    private void ShowEnd(Turn turn)
    {
        if (!plan.IsDefault)
            events.Plan("item.completed"u8, planNumber, plan);
        plan = default;
        completed = turn.Status == TurnStatus.Completed;
        if (completed)
            events.TurnCompleted(usage?.Total);
        if (turn.Status == TurnStatus.Failed)
            events.TurnFailed(turn.Error?.MessageWithDetails ?? lastError ?? "turn failed");
    }

    private void ShowNotice(string message) => events.Notice(numbers.Next(), message);

    private static string Capitalized(string word) => word.Length == 0 ? word : $"{char.ToUpperInvariant(word[0])}{word.AsSpan(1)}";

    private static string WithDetails(string summary, string? details) =>
        string.IsNullOrEmpty(details) ? summary : $"{summary} ({details})";
}
