using System.Collections.Immutable;
using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Engine.Compaction;
using Codex.Engine.Context;
using Codex.Engine.Input;
using Codex.Engine.Notifications;
using Codex.Extensions.Skills.Mentions;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Turns;

namespace Codex.Engine;

/// <summary>
/// One turn: from the user's input to its end. Read <see cref="RunCoreAsync"/> from top to bottom: each step is one method.
/// </summary>
internal class Turn : SessionTask
{
    private readonly TurnInput _input;
    private readonly TurnHost _host;
    private readonly SamplingClient _sampling;
    private readonly Compactor _compactor;
    private string? _lastAgentMessage;
    private bool _verificationReported;

    public Turn(Session session, string id, TurnInput input, JsonElement? outputSchema)
        : base(session, id)
    {
        _input = input;
        _host = new TurnHost(session, id);
        _sampling = new SamplingClient(session, this, outputSchema, Clock);
        _compactor = new Compactor(session, this, session.Options);
    }

    /// <summary>What the tools of this turn may ask for.</summary>
    public TurnHost Host => _host;

    /// <summary>Notes what a response said last, or that it said nothing: the last response makes the turn's answer.</summary>
    public void NoteAnswer(string? text) => _lastAgentMessage = text;

    /// <summary>Passes on, once, that the server wants the user's identity verified.</summary>
    public void ReportVerification(IReadOnlyList<string> recommendations)
    {
        if (_verificationReported)
            return;
        _verificationReported = true;
        Emit(new ModelVerificationEvent([.. recommendations]));
    }

    /// <inheritdoc/>
    protected sealed override async Task<string?> RunCoreAsync(CancellationToken cancellationToken)
    {
        LookAtWorkspace();
        await BeginAsync(cancellationToken).ConfigureAwait(false);
        await LoopAsync(cancellationToken).ConfigureAwait(false);
        await NotifyAsync().ConfigureAwait(false);
        return _lastAgentMessage;
    }

    /// <summary>What comes before the first request.</summary>
    protected virtual async Task BeginAsync(CancellationToken cancellationToken)
    {
        Start();
        // The server says it anew in every turn.
        Session.CountsReasoning = true;
        await Session.Connection.ReadyAsync(cancellationToken).ConfigureAwait(false);
        if (ContextLimit.LargerModel(Session) is { } larger)
        {
            var compactor = new Compactor(Session, this, Session.Options with { Model = larger });
            await compactor.CompactAsync(CompactionCause.SmallerModel, cancellationToken).ConfigureAwait(false);
        }

        if (ContextLimit.IsReached(Session))
            await _compactor.CompactAsync(CompactionCause.BeforeTurn, cancellationToken).ConfigureAwait(false);
        RecordContext();
        var skills = FindSkills();
        await RecordInputAsync(_input, cancellationToken).ConfigureAwait(false);
        foreach (var skill in skills)
            Session.RecordItem(skill);
        await WaitForWorkspaceAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task NotifyAsync()
    {
        if (Session.TurnEndProgram.IsConfigured
            && !await Session.TurnEndProgram.StartAsync(TurnEndPayload.Write(Session, Id, _lastAgentMessage)).ConfigureAwait(false))
        {
            Session.Services.Log("codex_core::session::turn", "the program to notify could not be started");
        }
    }

    private void Start() => Emit(new TaskStartedEvent(Id, StartedAt.ToUnixTimeSeconds(), Session.Options.Model.EffectiveContextWindow, Session.CollaborationMode.Mode));

    private void RecordContext()
    {
        var context = Session.DescribeTurn(Id);
        foreach (var item in new ContextBuilder(Session).ItemsFor(context))
            Session.RecordItem(item);
        Session.RecordTurnContext(context);
    }

    // The skills that the prompt mentions, as messages; those whose file is gone are warned about.
    private ImmutableArray<MessageItem> FindSkills()
    {
        var mentioned = SkillMentions.Find(
            Session.Skills,
            _input.Items.OfType<TextInput>().Select(static text => text.Text),
            _input.Items.OfType<SkillInput>().Select(static skill => (skill.Name, skill.Path)));
        foreach (var problem in mentioned.Select(static skill => skill.Problem).OfType<string>())
            Emit(new WarningEvent(problem));
        return [.. mentioned.Select(static skill => skill.Render()).OfType<string>().Select(static text => MessageItem.OfText("user", text))];
    }

    private async Task RecordInputAsync(TurnInput input, CancellationToken cancellationToken)
    {
        foreach (var context in input.Context)
            Session.RecordItem(context);
        if (input.IsNote)
            return;
        Session.RecordItem(await Session.ToolBox.UserMessages.ToItemAsync(input.Items, cancellationToken).ConfigureAwait(false));
        var item = new UserMessageTurnItem(Session.Services.Ids.NewVersion4().ToString("D"), input.Items, input.ClientId);
        Emit(new ItemStartedEvent(Id, item));
        Emit(new ItemCompletedEvent(Id, item));
    }

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        // The input of the turn is answered before what arrives meanwhile is looked at.
        var (goesOn, takesInput) = (true, false);
        while (goesOn || Pending.Any)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (takesInput)
                await RecordPendingAsync(cancellationToken).ConfigureAwait(false);
            goesOn = await SampleAsync(cancellationToken).ConfigureAwait(false);
            _host.EmitDiff();
            takesInput = true;
            if (!(goesOn || Pending.Any) || !ContextLimit.IsReached(Session))
                continue;
            await _compactor.CompactAsync(CompactionCause.WithinTurn, cancellationToken).ConfigureAwait(false);
            // What the model was about to do comes before what the user said meanwhile.
            takesInput = !goesOn;
            goesOn = true;
        }
    }

    private async Task RecordPendingAsync(CancellationToken cancellationToken)
    {
        foreach (var input in Pending.Take())
            await RecordInputAsync(input, cancellationToken).ConfigureAwait(false);
    }

    // An image of a tool that the server cannot read would spoil every later request: it is taken out and the model asked again.
    private async Task<bool> SampleAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _sampling.SampleAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ModelException error) when (error.Failure == ModelFailure.InvalidImage && Session.History.ReplaceNewestToolImages("Invalid image"))
        {
            return true;
        }
    }
}
