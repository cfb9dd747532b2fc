using System.Collections.Immutable;
using Codex.Engine.Approvals;
using Codex.Execution.Patching;
using Codex.Protocol.Events;
using Codex.Protocol.Questions;
using Codex.Tools;
using Codex.Tools.Approvals;

namespace Codex.Engine;

/// <summary>The turn as its tools see it.</summary>
internal sealed class TurnHost(Session session, string turnId) : IToolHost
{
    private readonly Lock _gate = new();
    private TurnDiffTracker? _diff;
    private string? _rendered;

    /// <inheritdoc/>
    public string ThreadId => session.ThreadId;

    /// <inheritdoc/>
    public string TurnId => turnId;

    /// <inheritdoc/>
    public TurnSettings Settings => session.ToolBox.Settings;

    /// <inheritdoc/>
    public IApprovals Approvals { get; } = new TurnApprovals(session, turnId);

    /// <inheritdoc/>
    public ValueTask EmitAsync(EventMsg message, CancellationToken cancellationToken)
    {
        session.Emit(turnId, message);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask<UserAnswers?> AskAsync(string callId, ImmutableArray<UserQuestion> questions, CancellationToken cancellationToken)
    {
        var answers = session.Questions.Ask(turnId);
        session.Emit(turnId, new RequestUserInputEvent(callId, turnId, questions));
        try
        {
            return await answers.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            session.Questions.Forget(turnId);
            session.Emit(turnId, new UserInputResolvedEvent(callId, turnId));
        }
    }

    /// <inheritdoc/>
    public void RecordPatch(PatchRecord patch)
    {
        lock (_gate)
        {
            _diff ??= new TurnDiffTracker(session.Repository.Value?.Root ?? session.Options.WorkingDirectory);
            _diff.Add(patch.Changes);
            _rendered = null;
        }

        EmitDiff();
    }

    /// <summary>
    /// Sends the diff of the turn, when patches made one. As in 0.136.0 it is sent after every patch and after every response,
    /// unchanged or not.
    /// </summary>
    public void EmitDiff()
    {
        string? diff;
        lock (_gate)
            diff = _rendered ??= _diff?.Render();
        if (!string.IsNullOrEmpty(diff))
            session.Emit(turnId, new TurnDiffEvent(turnId, diff));
    }
}
