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
    private readonly ThreadEventWriter _events = new(output);
    private readonly ItemNumbers _numbers = new();
    private ImmutableArray<TurnPlanStep> _plan;
    private int _planNumber;
    private ThreadTokenUsage? _usage;
    private string? _lastError;
    private string? _lastMessage;
    private string? _lastPlan;
    private bool _completed;

    public void Begin(LoadedThreadResult thread, string prompt) => _events.ThreadStarted(thread.Thread.Id);

    public void WarnPeople(string message)
    {
    }

    public void Show(ServerNotification notification)
    {
        switch (notification)
        {
            case TurnStartedNotification: _events.TurnStarted(); break;
            case ItemStartedNotification started: ShowStarted(started.Item); break;
            case ItemCompletedNotification ended: ShowCompleted(ended.Item); break;
            case TurnPlanUpdatedNotification updated: ShowPlan(updated.Plan); break;
            case ThreadTokenUsageUpdatedNotification updated: _usage = updated.TokenUsage; break;
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
        if (_completed && lastMessageFile is { } path)
            LastMessageFile.Write(path, _lastMessage ?? _lastPlan, error);
    }

    public void Dispose() => _events.Dispose();

    private void ShowStarted(ThreadItem item)
    {
        // Messages and reasoning are events of one moment: they only complete.
        if (ThreadEventWriter.Shows(item) && item is not (AgentMessageThreadItem or ReasoningThreadItem))
            _events.ItemStarted(_numbers.Start(item.Id), item);
    }

    private void ShowCompleted(ThreadItem item)
    {
        if (item is PlanThreadItem proposed)
            _lastPlan = proposed.Text;
        if (!ThreadEventWriter.Shows(item))
            return;
        if (item is AgentMessageThreadItem message)
            _lastMessage = message.Text;
        var number = item is AgentMessageThreadItem or ReasoningThreadItem ? _numbers.Next() : _numbers.Complete(item.Id);
        _events.ItemCompleted(number, item);
    }

    private void ShowPlan(ImmutableArray<TurnPlanStep> steps)
    {
        var first = _plan.IsDefault;
        if (first)
            _planNumber = _numbers.Next();
        _plan = steps;
        _events.Plan(first ? "item.started"u8 : "item.updated"u8, _planNumber, steps);
    }

    private void ShowError(string message)
    {
        _lastError = message;
        _events.Error(message);
    }

    private void ShowEnd(Turn turn)
    {
        if (!_plan.IsDefault)
            _events.Plan("item.completed"u8, _planNumber, _plan);
        _plan = default;
        _completed = turn.Status == TurnStatus.Completed;
        if (_completed)
            _events.TurnCompleted(_usage?.Total);
        if (turn.Status == TurnStatus.Failed)
            _events.TurnFailed(turn.Error?.MessageWithDetails ?? _lastError ?? "turn failed");
    }

    private void ShowNotice(string message) => _events.Notice(_numbers.Next(), message);

    private static string Capitalized(string word) => word.Length == 0 ? word : $"{char.ToUpperInvariant(word[0])}{word.AsSpan(1)}";

    private static string WithDetails(string summary, string? details) =>
        string.IsNullOrEmpty(details) ? summary : $"{summary} ({details})";
}
