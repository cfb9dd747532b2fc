using System.Collections.Immutable;
using Codex.Backend.Responses;
using Codex.Engine.Context;
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
    private readonly Session session;
    private readonly Op.UserInput input;
    private readonly TurnClock clock;
    private readonly TurnHost host;
    private readonly SamplingClient sampling;
    private string? lastAgentMessage;

    public Turn(Session session, string id, Op.UserInput input)
    {
        this.session = session;
        this.input = input;
        Id = id;
        clock = new TurnClock(session.Services.Clock);
        host = new TurnHost(session, id);
        sampling = new SamplingClient(session, this, input.FinalOutputSchema, clock);
    }

    /// <summary>The turn's id: also the id of its events.</summary>
    public string Id { get; }

    /// <summary>When the turn started.</summary>
    public DateTimeOffset StartedAt => clock.StartedAt;

    /// <summary>What the tools of this turn may ask for.</summary>
    public TurnHost Host => host;

    /// <summary>Input that arrived meanwhile.</summary>
    public PendingInput Pending { get; } = new();

    /// <summary>Runs the turn. Never throws: whatever happens becomes the terminal event.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            Start();
            RecordContext();
            await RecordInputAsync(input.Items, cancellationToken).ConfigureAwait(false);
            await LoopAsync(cancellationToken).ConfigureAwait(false);
            Complete(lastAgentMessage);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Abort();
        }
        catch (ModelException error)
        {
            Fail(error.Message, error.Info);
        }
        catch (Exception error)
        {
            Fail($"internal error: {error.Message}", CodexErrorInfo.Other);
        }
        finally
        {
            session.FlushRollout(Id);
        }
    }

    /// <summary>Sends an event of this turn.</summary>
    public void Emit(EventMsg message) => session.Emit(Id, message);

    /// <summary>Notes the text of a finished agent message: the last one is the turn's answer.</summary>
    public void NoteAgentMessage(string text) => lastAgentMessage = text;

    private void Start() => Emit(new TaskStartedEvent(Id, clock.StartedAt.ToUnixTimeSeconds(), session.Options.Model.EffectiveContextWindow));

    private void RecordContext()
    {
        var context = session.DescribeTurn(Id);
        foreach (var item in new ContextBuilder(session).ItemsFor(context))
            session.RecordItem(item);
        session.RecordTurnContext(context);
    }

    private async Task RecordInputAsync(ImmutableArray<UserInput> items, CancellationToken cancellationToken)
    {
        session.RecordItem(await session.ToolBox.UserMessages.ToItemAsync(items, cancellationToken).ConfigureAwait(false));
        var item = new UserMessageTurnItem(session.Services.Ids.NewVersion4().ToString("D"), items);
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
            followUp = await sampling.SampleAsync(cancellationToken).ConfigureAwait(false);
            host.EmitDiff();
        }
    }

    private void Complete(string? message) => Emit(new TaskCompleteEvent(
        Id, message, clock.Now.ToUnixTimeSeconds(), clock.ElapsedMilliseconds, clock.FirstTokenMilliseconds));

    private void Fail(string message, CodexErrorInfo info)
    {
        Emit(new ErrorEvent(message, info));
        Complete(null);
    }

    private void Abort()
    {
        session.RecordItem(MessageItem.OfText("user", InterruptionMarker.Text));
        Emit(new TurnAbortedEvent(Id, TurnAbortReason.Interrupted, clock.Now.ToUnixTimeSeconds(), clock.ElapsedMilliseconds));
    }
}
