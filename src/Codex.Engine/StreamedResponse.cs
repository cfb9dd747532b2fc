using System.Diagnostics;
using Codex.Backend.Responses;
using Codex.Engine.Plans;
using Codex.Formats.Text.Streams;
using Codex.Protocol.Accounting;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Rollouts;
using Codex.Protocol.Turns;
using Codex.Tools;

namespace Codex.Engine;

/// <summary>
/// Turns the stream of one response into items and events. A finished tool call starts at once; its output is recorded
/// after the stream, in call order.
/// </summary>
internal sealed class StreamedResponse
{
    private const string LogModule = "codex_core::util";

    private readonly Session _session;
    private readonly Turn _turn;
    private readonly TurnClock _clock;
    private readonly CancellationToken _cancellationToken;
    private readonly ToolScheduler _scheduler;
    private readonly List<PendingCall> _calls = [];
    private readonly Lock _recording = new();
    private int _recorded;
    private bool _hasEnded;
    private string? _activeItemId;
    private readonly AssistantTextMode _mode;
    private readonly PlanStream? _plan;
    private AssistantTextParser? _text;
    private bool _endTurn = true;
    private bool _hasNewCounts;

    public StreamedResponse(Session session, Turn turn, TurnClock clock, CancellationToken cancellationToken)
    {
        _session = session;
        _turn = turn;
        _clock = clock;
        _cancellationToken = cancellationToken;
        _mode = session.CollaborationMode.Mode == CollaborationMode.Plan ? AssistantTextMode.Plan : AssistantTextMode.Normal;
        _plan = _mode == AssistantTextMode.Plan ? new PlanStream(session, turn) : null;
        _scheduler = new ToolScheduler(_session.ToolBox.Router, _turn.Host);
    }

    /// <summary>Whether the model must be asked again: it called tools or said that it is not done.</summary>
    public bool NeedsFollowUp => _calls.Count > 0 || !_endTurn;

    /// <summary>The sticky routing value, when the server gave one.</summary>
    public string? TurnState { get; private set; }

    /// <summary>The server's id of the complete response.</summary>
    public string? ResponseId { get; private set; }

    /// <summary>The text of the newest agent message of this response.</summary>
    public string? LastAgentMessage { get; private set; }

    /// <summary>Takes in one event of the stream.</summary>
    public void Take(ModelEvent message)
    {
        switch (message)
        {
            case ModelEvent.OutputItemAdded added: NoteOutput(added.Item); StartItem(added.Item); break;
            case ModelEvent.OutputItemDone done: NoteOutput(done.Item); FinishItem(done.Item); break;
            case ModelEvent.OutputTextDelta delta when _activeItemId is { } id: TakeText(id, delta.Delta); break;
            case ModelEvent.ReasoningSummaryDelta delta when _activeItemId is { } id:
                _turn.Emit(new ReasoningDeltaEvent(_turn.Id, id, delta.Delta, delta.SummaryIndex));
                break;
            case ModelEvent.ReasoningSummaryPartAdded part when _activeItemId is { } id:
                _turn.Emit(new ReasoningSectionBreakEvent(_turn.Id, id, part.SummaryIndex));
                break;
            case ModelEvent.ReasoningTextDelta delta when _activeItemId is { } id:
                _turn.Emit(new ReasoningRawDeltaEvent(_turn.Id, id, delta.Delta, delta.ContentIndex));
                break;
            case ModelEvent.OutputTextDelta: ReportStray("OutputTextDelta"); break;
            case ModelEvent.ReasoningSummaryDelta: ReportStray("ReasoningSummaryDelta"); break;
            case ModelEvent.ReasoningSummaryPartAdded: ReportStray("ReasoningSummaryPartAdded"); break;
            case ModelEvent.ReasoningTextDelta: ReportStray("ReasoningRawContentDelta"); break;
            case ModelEvent.RateLimits limits: TakeRateLimits(limits.Snapshot); break;
            case ModelEvent.ServerReasoningIncluded: _session.CountsReasoning = false; break;
            case ModelEvent.TurnState state: TurnState = state.Value; break;
            case ModelEvent.ServerModel model: NoteServerModel(model.Model); break;
            case ModelEvent.ModelVerification verification: _turn.ReportVerification(verification.Recommendations); break;
            case ModelEvent.Completed completed: Complete(completed); break;
        }
    }

    /// <summary>Waits for the tool calls, records what they answered and reports the tokens.</summary>
    public async Task FinishAsync()
    {
        lock (_recording)
            _hasEnded = true;
        FlushText();
        foreach (var call in _calls)
        {
            call.Answer = await call.Output!.ConfigureAwait(false);
            RecordAnswers();
        }

        if (_hasNewCounts)
            _turn.Emit(new TokenCountEvent(_session.Usage, _session.RateLimits));
    }

    private void ReportStray(string kind) => _session.Services.Log(LogModule, $"{kind} without active item");

    private void NoteOutput(ResponseItem item)
    {
        if (TurnItems.HasOutput(item))
            _clock.NoteOutput();
    }

    private void TakeRateLimits(RateLimitSnapshot snapshot)
    {
        _session.NoteRateLimits(snapshot);
        _hasNewCounts = true;
    }

    private void StartItem(ResponseItem item)
    {
        if (TurnItems.From(item, _session.Services.Ids, _mode) is not { } turnItem)
            return;
        _activeItemId = turnItem.Id;
        var seed = Seed(item);
        if (turnItem is AgentMessageTurnItem message && _plan is not null)
        {
            _plan.Announce(message);
            _plan.Take(message.Id, seed?.PlanSegments ?? []);
            return;
        }

        if (turnItem is AgentMessageTurnItem started && seed is not null)
            turnItem = started with { Text = seed.Visible };
        _turn.Emit(new ItemStartedEvent(_turn.Id, turnItem));
    }

    // A message may begin with text that its deltas go on with.
    private AssistantTextChunk? Seed(ResponseItem item)
    {
        if (item is not MessageItem message || TurnItems.TextOf(message) is not { Length: > 0 } text)
            return null;
        _text = new AssistantTextParser(_mode);
        return _text.Push(text);
    }

    // Markup for the program, such as citations, may be spread over deltas and is not shown.
    private void TakeText(string itemId, string delta)
    {
        _clock.NoteOutput();
        _text ??= new AssistantTextParser(_mode);
        EmitText(itemId, _text.Push(delta));
    }

    private void EmitText(string itemId, AssistantTextChunk chunk)
    {
        if (_plan is not null)
            _plan.Take(itemId, chunk.PlanSegments);
        else if (chunk.Visible.Length > 0)
            _turn.Emit(new AgentMessageDeltaEvent(_turn.Id, itemId, chunk.Visible));
    }

    private void FlushText()
    {
        if (_activeItemId is { } id)
            FinishText(id);
    }

    private void FinishText(string itemId)
    {
        if (_text is not { } parser)
            return;
        _text = null;
        EmitText(itemId, parser.Finish());
    }

    private void FinishItem(ResponseItem item)
    {
        if (ToolCalls.From(item) is { } call)
        {
            _session.RecordItem(item);
            Start(call);
            return;
        }

        if (item is ImageGenerationCallItem image)
            FinishTurnItem(Keep(image), item);
        else if (TurnItems.From(item, _session.Services.Ids, _mode) is { } turnItem)
            FinishTurnItem(turnItem, item);
        _session.RecordItem(item);
    }

    // Where the image is saved is told to the model before the image itself.
    private ImageGenerationTurnItem Keep(ImageGenerationCallItem image)
    {
        var images = _session.Services.CodexHome is { } home ? new GeneratedImages(home, _session.ThreadId) : null;
        var path = images?.Save(image);
        if (path is not null)
            _session.RecordItem(images!.Hint);
        return new ImageGenerationTurnItem(image.Id, image.Status, image.RevisedPrompt, image.Result, path);
    }

    private void FinishTurnItem(TurnItem item, ResponseItem source)
    {
        var isStarted = _activeItemId is not null;
        if (_activeItemId is { } id)
        {
            FinishText(id);
            item = item is ImageGenerationTurnItem ? item : item with { Id = id };
        }

        _activeItemId = null;
        if (_plan is not null && item is AgentMessageTurnItem message && source is MessageItem whole)
        {
            _plan.Complete(message, PlanIn(TurnItems.TextOf(whole)));
        }
        else
        {
            if (!isStarted)
                _turn.Emit(new ItemStartedEvent(_turn.Id, item));
            _turn.Emit(new ItemCompletedEvent(_turn.Id, item));
        }

        if (item is AgentMessageTurnItem { Text: var answer } && !string.IsNullOrWhiteSpace(answer))
            LastAgentMessage = answer;
    }

    // As in 0.136.0 the plan is looked for in the text as it came, and citations are taken out of it afterwards.
    private static string? PlanIn(string text)
    {
        if (ProposedPlanParser.Extract(text) is not { } plan)
            return null;
        var parser = new AssistantTextParser(AssistantTextMode.Normal);
        return parser.Push(plan).Visible + parser.Finish().Visible;
    }

    private void Complete(ModelEvent.Completed completed)
    {
        FlushText();
        ResponseId = completed.ResponseId;
        _endTurn = completed.EndTurn ?? true;
        _hasNewCounts = true;
        _session.AddUsage(completed.Usage, _session.Options.Model);
    }

    private void NoteServerModel(string model)
    {
        if (string.Equals(model, _session.Options.Model.Slug, StringComparison.OrdinalIgnoreCase) || _session.RerouteReported)
            return;
        _session.RerouteReported = true;
        _turn.Emit(new ModelRerouteEvent(_session.Options.Model.Slug, model, "high_risk_cyber_activity"));
        _turn.Emit(new WarningEvent(
            $"This request looked like high-risk cyber activity to the server, so {model} answers instead of {_session.Options.Model.Slug}."));
    }

    /// <summary>Starts a call of an earlier response.</summary>
    public void Start(ToolCall call) => StartCall(new PendingCall(call, _session.Services.Clock.GetTimestamp()));

    private void StartCall(PendingCall call)
    {
        _calls.Add(call);
        call.Output = RunAsync(call);
    }

    private async Task<ToolOutput> RunAsync(PendingCall call)
    {
        var output = await AnswerAsync(call).ConfigureAwait(false);
        if (!output.Success)
            _session.ReportToolFailure(output.Body?.Text ?? FatalError(call.Call));
        return output;
    }

    private async Task<ToolOutput> AnswerAsync(PendingCall call)
    {
        try
        {
            return await _scheduler.RunAsync(
                call.Call,
                answer =>
                {
                    call.Answer = answer;
                    RecordAnswers();
                },
                _cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_cancellationToken.IsCancellationRequested)
        {
            return ToolOutput.OfText(InterruptionMarker.ToolOutput(call.Call.Name, _session.Services.Clock.GetElapsedTime(call.StartedAt)));
        }
        catch (Exception error) when (error is not UnreachableException)
        {
            return ToolOutput.Failed($"{call.Call.Name} failed: {error.Message}");
        }
    }

    // In call order, once the stream has ended. An answer is there before the calls that waited for it do anything.
    private void RecordAnswers()
    {
        lock (_recording)
        {
            while (_hasEnded && _recorded < _calls.Count && _calls[_recorded] is { Answer: { } answer, Call: var call })
            {
                _recorded++;
                Record(call, answer);
            }
        }
    }

    private void Record(ToolCall call, ToolOutput output)
    {
        if (output.Body is { } body)
            _session.RecordItem(ToolCalls.Output(call, body));
        else
            _session.Services.Log(LogModule, $"in-flight tool future failed during drain: {FatalError(call)}");
    }

    private static string FatalError(ToolCall call) => $"Fatal error: tool {call.Name} invoked with incompatible payload";

    private sealed class PendingCall(ToolCall call, long startedAt)
    {
        public ToolCall Call => call;

        public long StartedAt => startedAt;

        public Task<ToolOutput>? Output { get; set; }

        public volatile ToolOutput? Answer;
    }
}
