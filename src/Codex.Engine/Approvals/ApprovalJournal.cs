using Codex.Protocol.Events;
using Codex.Storage.Rollouts;

namespace Codex.Engine.Approvals;

/// <summary>
/// Keeps the questions of a thread in its rollout: a process that takes up the thread of one that was killed knows them, and only
/// one process acts on an answer.
/// </summary>
internal sealed class ApprovalJournal(Session session, IReadOnlyList<WaitingApproval> takenUp)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _askedAt = new(StringComparer.Ordinal);

    /// <summary>The questions that a killed process left; empty in a thread of our own.</summary>
    public IReadOnlyList<WaitingApproval> Waiting => takenUp;

    /// <summary>The question that a killed process left about a call; null when it left none.</summary>
    public WaitingApproval? TakenUp(string callId) => takenUp.FirstOrDefault(waiting => waiting.CallId == callId);

    /// <summary>Notes that a call asks; the line is with the operating system when this returns.</summary>
    public void Asked(string turnId, string callId, bool isRetry)
    {
        // The line of the killed process stands for a question that is asked again.
        var isKnown = TakenUp(callId) is { } earlier && earlier.IsRetry == isRetry;
        if (!isKnown)
            session.Journal.Record(new ApprovalRequestedEvent(callId, turnId, isRetry));
        lock (_gate)
            _askedAt[callId] = isKnown ? session.Journal.TakenUpAt : session.Journal.Length;
    }

    /// <summary>Notes an answer; false when another process has gone on with the thread.</summary>
    public bool TryResolve(ApprovalResolvedEvent answered)
    {
        long since;
        lock (_gate)
        {
            // Questions about hosts are not kept: they end with the command that wants to reach them.
            if (!_askedAt.TryGetValue(answered.CallId, out since))
                return true;
        }

        return session.Journal.TryRecord(answered, since);
    }
}
