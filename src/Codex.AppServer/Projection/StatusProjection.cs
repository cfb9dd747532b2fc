using System.Collections.Immutable;
using Codex.AppServer.Protocol.Threads;
using Codex.Protocol.Errors;
using Codex.Protocol.Events;

namespace Codex.AppServer.Projection;

/// <summary>Follows what a thread does (<c>codex-rs/app-server/src/thread_status.rs</c>). Called for one event after the other.</summary>
internal sealed class StatusProjection(string threadId)
{
    private readonly HashSet<string> _approvals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _questions = new(StringComparer.Ordinal);
    private bool _isRunning;
    private bool _hasFailed;
    private ThreadStatus _last = new ThreadStatus.Idle();

    /// <summary>The change that an event brings; null when nothing changes.</summary>
    public ThreadStatusChangedNotification? Project(EventMsg message)
    {
        Take(message);
        var status = Status;
        if (status == _last)
            return null;
        _last = status;
        return new ThreadStatusChangedNotification(threadId, status);
    }

    /// <summary>Whether the change is told after what else is told of the event.</summary>
    public static bool Follows(EventMsg message) => message is ApprovalResolvedEvent or UserInputResolvedEvent;

    private ThreadStatus Status => (_isRunning, Flags) switch
    {
        (false, []) => _hasFailed ? new ThreadStatus.SystemError() : new ThreadStatus.Idle(),
        (_, var flags) => new ThreadStatus.Active(flags),
    };

    private ImmutableArray<string> Flags =>
    [
        .. _approvals.Count > 0 ? [ThreadActiveFlag.WaitingOnApproval] : Array.Empty<string>(),
        .. _questions.Count > 0 ? [ThreadActiveFlag.WaitingOnUserInput] : Array.Empty<string>(),
    ];

    private void Take(EventMsg message)
    {
        switch (message)
        {
            case TaskStartedEvent: (_isRunning, _hasFailed) = (true, false); break;
            case TaskCompleteEvent or TurnAbortedEvent: Rest(); break;
            case ErrorEvent { Info.Kind: not (CodexErrorKind.ThreadRollbackFailed or CodexErrorKind.ActiveTurnNotSteerable) }:
                Rest();
                _hasFailed = true;
                break;
            case ExecApprovalRequestEvent asked: _approvals.Add(asked.QuestionId); break;
            case ApplyPatchApprovalRequestEvent asked: _approvals.Add(asked.CallId); break;
            case RequestPermissionsEvent asked: _approvals.Add(asked.CallId); break;
            case ApprovalResolvedEvent resolved: _approvals.Remove(resolved.CallId); break;
            case RequestUserInputEvent asked: _questions.Add(asked.CallId); break;
            case UserInputResolvedEvent resolved: _questions.Remove(resolved.CallId); break;
        }
    }

    private void Rest()
    {
        _isRunning = false;
        _approvals.Clear();
        _questions.Clear();
    }
}
