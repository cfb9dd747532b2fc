using System.Diagnostics;
using Codex.Backend.Responses;
using Codex.Formats.Text.Streams;
using Codex.Protocol.Accounting;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Turns;
using Codex.Tools;

namespace Codex.Engine;

/// <summary>
/// Turns the stream of one response into items and events. A finished tool call starts at once; its output is recorded
/// after the stream, in call order.
/// </summary>
internal sealed class StreamedResponse
{
    private readonly Session session;
    private readonly Turn turn;
    private readonly TurnClock clock;
    private readonly CancellationToken cancellationToken;
    private readonly ToolScheduler scheduler;
    private readonly List<PendingCall> calls = [];
    private string? activeItemId;
    private AssistantTextParser? text;
    private bool endTurn = true;

    public StreamedResponse(Session session, Turn turn, TurnClock clock, CancellationToken cancellationToken)
    {
        this.session = session;
        this.turn = turn;
        this.clock = clock;
        this.cancellationToken = cancellationToken;
        scheduler = new ToolScheduler(session.ToolBox.Router, turn.Host);
    }

    /// <summary>Whether the model must be asked again: it called tools or said that it is not done.</summary>
    public bool NeedsFollowUp => calls.Count > 0 || !endTurn;

    /// <summary>The sticky routing value, when the server gave one.</summary>
    public string? TurnState { get; private set; }

    /// <summary>Takes in one event of the stream.</summary>
    public void Take(ModelEvent message)
    {
        switch (message)
        {
            case ModelEvent.OutputItemAdded added: clock.NoteOutput(); StartItem(added.Item); break;
            case ModelEvent.OutputItemDone done: clock.NoteOutput(); FinishItem(done.Item); break;
            case ModelEvent.OutputTextDelta delta when activeItemId is { } id: TakeText(id, delta.Delta); break;
            case ModelEvent.ReasoningSummaryDelta delta when activeItemId is { } id:
                turn.Emit(new ReasoningDeltaEvent(turn.Id, id, delta.Delta, delta.SummaryIndex));
                break;
            case ModelEvent.ReasoningSummaryPartAdded part when activeItemId is { } id:
                turn.Emit(new ReasoningSectionBreakEvent(turn.Id, id, part.SummaryIndex));
                break;
            case ModelEvent.ReasoningTextDelta delta when activeItemId is { } id:
                turn.Emit(new ReasoningRawDeltaEvent(turn.Id, id, delta.Delta, delta.ContentIndex));
                break;
            case ModelEvent.RateLimits limits: session.RateLimits = limits.Snapshot; break;
            case ModelEvent.TurnState state: TurnState = state.Value; break;
            case ModelEvent.ServerModel model: NoteServerModel(model.Model); break;
            case ModelEvent.Completed completed: Complete(completed); break;
        }
    }

    /// <summary>Waits for the tool calls, records what they answered and reports the tokens.</summary>
    public async Task FinishAsync()
    {
        foreach (var call in calls)
            await RecordOutputAsync(call).ConfigureAwait(false);
        turn.Emit(new TokenCountEvent(session.Usage, session.RateLimits));
    }

    private void StartItem(ResponseItem item)
    {
        if (TurnItems.From(item, session.Services.Ids) is not { } turnItem)
            return;
        activeItemId = turnItem.Id;
        turn.Emit(new ItemStartedEvent(turn.Id, turnItem));
    }

    // Markup for the program, such as citations, may be spread over deltas and is not shown.
    private void TakeText(string itemId, string delta)
    {
        text ??= new AssistantTextParser(AssistantTextMode.Normal);
        EmitText(itemId, text.Push(delta).Visible);
    }

    private void EmitText(string itemId, string visible)
    {
        if (visible.Length > 0)
            turn.Emit(new AgentMessageDeltaEvent(turn.Id, itemId, visible));
    }

    private void FinishText(string itemId)
    {
        if (text is not { } parser)
            return;
        text = null;
        EmitText(itemId, parser.Finish().Visible);
    }

    private void FinishItem(ResponseItem item)
    {
        if (ToolCalls.From(item) is { } call)
        {
            session.RecordItem(item);
            calls.Add(new PendingCall(call, scheduler.RunAsync(call, cancellationToken), session.Services.Clock.GetTimestamp()));
            return;
        }

        if (TurnItems.From(item, session.Services.Ids) is { } turnItem)
            FinishTurnItem(turnItem);
        session.RecordItem(item);
    }

    private void FinishTurnItem(TurnItem item)
    {
        if (activeItemId is { } id)
        {
            FinishText(id);
            item = item with { Id = id };
        }
        else
        {
            turn.Emit(new ItemStartedEvent(turn.Id, item));
        }

        activeItemId = null;
        turn.Emit(new ItemCompletedEvent(turn.Id, item));
        if (item is AgentMessageTurnItem message)
            turn.NoteAgentMessage(message.Text);
    }

    private void Complete(ModelEvent.Completed completed)
    {
        endTurn = completed.EndTurn ?? true;
        if (completed.Usage is { } usage)
            session.Usage = new TokenUsageInfo((session.Usage?.TotalTokenUsage ?? TokenUsage.Zero) + usage, usage, session.Options.Model.EffectiveContextWindow);
    }

    private void NoteServerModel(string model)
    {
        if (string.Equals(model, session.Options.Model.Slug, StringComparison.OrdinalIgnoreCase) || session.RerouteReported)
            return;
        session.RerouteReported = true;
        turn.Emit(new ModelRerouteEvent(session.Options.Model.Slug, model, "high_risk_cyber_activity"));
    }

    private async Task RecordOutputAsync(PendingCall call)
    {
        var output = await AwaitAsync(call).ConfigureAwait(false);
        if (output.Body is { } body)
            session.RecordItem(ToolCalls.Output(call.Call, RecordedOutput.Truncate(body, session.ToolBox.Settings.Truncation)));
        if (!output.Success)
            session.ReportToolFailure(output.Body?.Text ?? $"tool {call.Call.Name} invoked with incompatible payload");
    }

    private async Task<ToolOutput> AwaitAsync(PendingCall call)
    {
        try
        {
            return await call.Output.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ToolOutput.OfText(InterruptionMarker.ToolOutput(call.Call.Name, session.Services.Clock.GetElapsedTime(call.StartedAt)));
        }
        catch (Exception error) when (error is not UnreachableException)
        {
            return ToolOutput.Failed($"{call.Call.Name} failed: {error.Message}");
        }
    }

    private sealed record PendingCall(ToolCall Call, Task<ToolOutput> Output, long StartedAt);
}
