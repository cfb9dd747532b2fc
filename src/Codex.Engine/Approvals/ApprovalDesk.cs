using System.Collections.Immutable;
using Codex.Protocol.Approvals;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;

namespace Codex.Engine.Approvals;

/// <summary>
/// Where the questions of a thread wait for their answers. Tools and turns ask on any thread; the session's loop brings the
/// answers, and the first one counts.
/// </summary>
internal sealed class ApprovalDesk(Session session, ApprovalJournal journal)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, OpenQuestion> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _approvedForSession = new(StringComparer.Ordinal);
    private readonly RuleAmendments _amendments = new(session);

    /// <summary>What the thread's file knows about its questions.</summary>
    public ApprovalJournal Journal => journal;

    /// <summary>What was granted for as long as the thread is loaded.</summary>
    public GrantedPermissions Granted { get; } = new();

    /// <summary>Whether all of these were approved for as long as the thread is loaded.</summary>
    public bool IsApprovedForSession(IReadOnlyCollection<string> keys)
    {
        lock (_gate)
            return keys.Count > 0 && keys.All(_approvedForSession.Contains);
    }

    /// <summary>Approves these for as long as the thread is loaded.</summary>
    public void ApproveForSession(IEnumerable<string> keys)
    {
        lock (_gate)
            _approvedForSession.UnionWith(keys);
    }

    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="turnId">The turn that waits.</param>
    /// <param name="id">The id of the question.</param>
    /// <param name="question">What listeners are told.</param>
    /// <param name="cancellationToken">Ends the wait with the turn; the question is withdrawn.</param>
    public async Task<ReviewDecision> AskAsync(string turnId, string id, EventMsg question, CancellationToken cancellationToken)
    {
        var open = new OpenQuestion(turnId);
        lock (_gate)
            _open[id] = open;
        session.Emit(turnId, question);
        await using var registration = cancellationToken.UnsafeRegister(static open => ((OpenQuestion)open!).Answer.TrySetCanceled(), open).ConfigureAwait(false);
        return await open.Answer.Task.ConfigureAwait(false);
    }

    /// <summary>Withdraws what a turn that has ended still asked.</summary>
    public void EndTurn(string turnId)
    {
        foreach (var (id, question) in QuestionsOf(turnId))
        {
            if (!Withdraw(id, question))
                continue;
            question.Answer.TrySetCanceled();
            session.Announce(turnId, new ApprovalResolvedEvent(id, turnId, Decision: null));
        }
    }

    /// <summary>Takes an answer: saves the rule that it brings and lets go on who waits.</summary>
    /// <returns>What it ended; null when nothing waits under its id.</returns>
    public async Task<TakenAnswer?> TakeAsync(Op.Answer answer)
    {
        if (Find(answer.Id) is not { } open)
            return null;
        var decision = answer switch
        {
            Op.ExecApproval approval => approval.Decision,
            Op.PatchApproval approval => approval.Decision,
            Op.PermissionsAnswer answered => new ReviewDecision.Granted(answered.Grant),
            _ => new ReviewDecision.Denied(),
        };
        if (TryClaim(answer.Id, open, decision) is not { } isOurs)
            return null;
        if (!isOurs)
            return new TakenAnswer(open.TurnId, EndsTurn: true);
        if (decision is ReviewDecision.ApprovedWithRule { Prefix: var prefix })
            await _amendments.AllowAsync(open.TurnId, prefix).ConfigureAwait(false);
        if (!Withdraw(answer.Id, open))
            return null;
        session.Announce(open.TurnId, new ApprovalResolvedEvent(answer.Id, open.TurnId, decision.Word));
        var endsTurn = decision is ReviewDecision.Abort;
        if (!endsTurn)
            open.Answer.TrySetResult(decision);
        return new TakenAnswer(open.TurnId, endsTurn);
    }

    // False: another process has gone on with the thread. Null: nobody can say, and the question stays open.
    private bool? TryClaim(string id, OpenQuestion open, ReviewDecision decision)
    {
        try
        {
            if (journal.TryResolve(new ApprovalResolvedEvent(id, open.TurnId, decision.Word)))
                return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Emit(open.TurnId, new WarningEvent($"The answer could not be saved: {error.Message}"));
            return null;
        }

        session.Journal.Abandon(open.TurnId);
        return false;
    }

    // A turn that is being interrupted takes no answers any more.
    private OpenQuestion? Find(string id)
    {
        lock (_gate)
            return _open.GetValueOrDefault(id) is { Answer.Task.IsCompleted: false } waiting ? waiting : null;
    }

    private KeyValuePair<string, OpenQuestion>[] QuestionsOf(string turnId)
    {
        lock (_gate)
            return [.. _open.Where(entry => entry.Value.TurnId == turnId)];
    }

    private bool Withdraw(string id, OpenQuestion question)
    {
        lock (_gate)
            return _open.TryGetValue(id, out var current) && current == question && _open.Remove(id);
    }

    private sealed class OpenQuestion(string turnId)
    {
        public string TurnId => turnId;

        public TaskCompletionSource<ReviewDecision> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
