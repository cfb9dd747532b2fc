using System.Collections.Immutable;
using Codex.Backend.Responses;
using Codex.Engine.Context;
using Codex.Extensions.Skills.Mentions;
using Codex.Protocol.Accounting;
using Codex.Protocol.Errors;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Operations;
using Codex.Protocol.Turns;

namespace Codex.Engine;

/// <summary>
/// One turn: from the user's input to its single terminal event. While it runs it is the only one to touch the
/// session's history. Read <see cref="RunAsync"/> from top to bottom: each step is one method.
/// </summary>
internal sealed class Turn
{
    private readonly Session _session;
    private readonly Op.UserInput _input;
    private readonly TurnClock _clock;
    private readonly TurnHost _host;
    private readonly SamplingClient _sampling;
    private string? _lastAgentMessage;

    public Turn(Session session, string id, Op.UserInput input)
    {
        _session = session;
        _input = input;
        Id = id;
        _clock = new TurnClock(_session.Services.Clock);
        _host = new TurnHost(_session, id);
        _sampling = new SamplingClient(_session, this, _input.FinalOutputSchema, _clock);
    }

    /// <summary>The turn's id: also the id of its events.</summary>
    public string Id { get; }

    /// <summary>When the turn started.</summary>
    public DateTimeOffset StartedAt => _clock.StartedAt;

    /// <summary>What the tools of this turn may ask for.</summary>
    public TurnHost Host => _host;

    /// <summary>Input that arrived meanwhile.</summary>
    public PendingInput Pending { get; } = new();

    /// <summary>Runs the turn. Never throws: whatever happens becomes the terminal event.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            Start();
            RecordContext();
            var skills = FindSkills();
            await RecordInputAsync(_input.Items, cancellationToken).ConfigureAwait(false);
            foreach (var skill in skills)
                _session.RecordItem(skill);
            await LoopAsync(cancellationToken).ConfigureAwait(false);
            Complete(_lastAgentMessage);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Abort();
        }
        catch (ModelException error)
        {
            CountFailure(error);
            Fail(error.Message, error.Info);
        }
        catch (Exception error)
        {
            Fail($"internal error: {error.Message}", CodexErrorInfo.Other);
        }
        finally
        {
            _session.FlushRollout(Id);
        }
    }

    /// <summary>Sends an event of this turn.</summary>
    public void Emit(EventMsg message) => _session.Emit(Id, message);

    /// <summary>Notes the text of a finished agent message: the last one is the turn's answer.</summary>
    public void NoteAgentMessage(string text) => _lastAgentMessage = text;

    private void Start() => Emit(new TaskStartedEvent(Id, _clock.StartedAt.ToUnixTimeSeconds(), _session.Options.Model.EffectiveContextWindow));

    private void RecordContext()
    {
        var context = _session.DescribeTurn(Id);
        foreach (var item in new ContextBuilder(_session).ItemsFor(context))
            _session.RecordItem(item);
        _session.RecordTurnContext(context);
    }

    // The skills that the prompt mentions, as messages; those whose file is gone are warned about.
    private ImmutableArray<MessageItem> FindSkills()
    {
        var mentioned = SkillMentions.Find(_session.Skills, _input.Items.OfType<TextInput>().Select(static text => text.Text));
        foreach (var problem in mentioned.Select(static skill => skill.Problem).OfType<string>())
            Emit(new WarningEvent(problem));
        return [.. mentioned.Select(static skill => skill.Render()).OfType<string>().Select(static text => MessageItem.OfText("user", text))];
    }

    private async Task RecordInputAsync(ImmutableArray<UserInput> items, CancellationToken cancellationToken)
    {
        _session.RecordItem(await _session.ToolBox.UserMessages.ToItemAsync(items, cancellationToken).ConfigureAwait(false));
        var item = new UserMessageTurnItem(_session.Services.Ids.NewVersion4().ToString("D"), items);
        Emit(new ItemStartedEvent(Id, item));
        Emit(new ItemCompletedEvent(Id, item));
    }

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        var followUp = true;
        while (followUp || Pending.Any)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var items in Pending.Take())
                await RecordInputAsync(items, cancellationToken).ConfigureAwait(false);
            followUp = await _sampling.SampleAsync(cancellationToken).ConfigureAwait(false);
            _host.EmitDiff();
        }
    }

    private void Complete(string? message) => Emit(new TaskCompleteEvent(
        Id, message, _clock.Now.ToUnixTimeSeconds(), _clock.ElapsedMilliseconds, _clock.FirstTokenMilliseconds));

    private void CountFailure(ModelException error)
    {
        if (error.Failure == ModelFailure.ContextWindow)
            FillContextWindow();
        if (error.Failure != ModelFailure.UsageLimit)
            return;
        _session.RateLimits = error.RateLimits ?? _session.RateLimits ?? new RateLimitSnapshot { LimitId = "codex" };
        Emit(new TokenCountEvent(_session.Usage, _session.RateLimits));
    }

    // 0.136.0: once the conversation no longer fits, the window counts as full.
    private void FillContextWindow()
    {
        if (_session.Options.Model.EffectiveContextWindow is not { } window)
            return;
        var full = TokenUsage.Zero with { TotalTokens = window };
        _session.Usage = new TokenUsageInfo(full, full, window);
        Emit(new TokenCountEvent(_session.Usage, _session.RateLimits));
    }

    private void Fail(string message, CodexErrorInfo info)
    {
        Emit(new ErrorEvent(message, info));
        Complete(null);
    }

    private void Abort()
    {
        _session.RecordItem(MessageItem.OfText("user", InterruptionMarker.Text));
        Emit(new TurnAbortedEvent(Id, TurnAbortReason.Interrupted, _clock.Now.ToUnixTimeSeconds(), _clock.ElapsedMilliseconds));
    }
}
