using Codex.Backend.Responses;
using Codex.Engine.Input;
using Codex.Protocol.Accounting;
using Codex.Protocol.Errors;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Turns;

namespace Codex.Engine;

/// <summary>
/// Work that a session does for a caller: a turn, a review. Only one runs at a time, it alone touches the session's history
/// meanwhile, and it ends with exactly one terminal event.
/// </summary>
internal abstract class SessionTask
{
    private WorkspaceStatus? _workspace;

    protected SessionTask(Session session, string id)
    {
        Session = session;
        Id = id;
        Clock = new TurnClock(session.Services.Clock);
    }

    /// <summary>The id of the task: also of its events.</summary>
    public string Id { get; }

    /// <summary>When it started.</summary>
    public DateTimeOffset StartedAt => Clock.StartedAt;

    /// <summary>Input that arrived meanwhile.</summary>
    public PendingInput Pending { get; } = new();

    /// <summary>What it is called when it refuses input; null when it takes input while it runs.</summary>
    public virtual string? RefusesInputAs => null;

    /// <summary>One of <see cref="TurnAbortReason"/>: what an interruption says about itself.</summary>
    public string AbortReason { get; set; } = TurnAbortReason.Interrupted;

    /// <summary>Whether the repository has changes that are not committed; null while nobody knows.</summary>
    public bool? WorkspaceHasChanges => _workspace?.HasChanges;

    /// <summary>Whether its terminal event is on its way: it takes nothing any more.</summary>
    public bool HasEnded { get; private set; }

    protected Session Session { get; }

    protected TurnClock Clock { get; }

    /// <summary>Runs to the end. Never throws: whatever happens becomes the terminal event.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            Complete(await RunCoreAsync(cancellationToken).ConfigureAwait(false));
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
            if (_workspace is not null)
                await _workspace.DisposeAsync().ConfigureAwait(false);
            Session.Approvals.EndTurn(Id);
            Session.FlushRollout(Id);
        }
    }

    /// <summary>Sends an event of this task.</summary>
    public void Emit(EventMsg message) => Session.Emit(Id, message);

    /// <summary>Begins to look at the repository, for tasks that ask the model.</summary>
    protected void LookAtWorkspace() => _workspace = WorkspaceStatus.Ask(Session);

    /// <summary>Gives the repository a moment to be looked at, so that already the first request tells about it.</summary>
    protected Task WaitForWorkspaceAsync(CancellationToken cancellationToken) =>
        _workspace?.WaitBrieflyAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Does the work.</summary>
    /// <returns>The answer, when there is one.</returns>
    protected abstract Task<string?> RunCoreAsync(CancellationToken cancellationToken);

    /// <summary>Leaves things in order when the work was cut short.</summary>
    protected virtual void OnAborted()
    {
    }

    private void Complete(string? message) => End(new TaskCompleteEvent(
        Id, message, Clock.Now.ToUnixTimeSeconds(), Clock.ElapsedMilliseconds, Clock.FirstTokenMilliseconds));

    private void End(EventMsg terminal)
    {
        HasEnded = true;
        Emit(terminal);
    }

    private void CountFailure(ModelException error)
    {
        if (error.Failure == ModelFailure.ContextWindow)
            FillContextWindow();
        if (error.Failure != ModelFailure.UsageLimit)
            return;
        Session.NoteRateLimits(error.RateLimits ?? Session.RateLimits ?? new RateLimitSnapshot { LimitId = "codex" });
        Emit(new TokenCountEvent(Session.Usage, Session.RateLimits));
    }

    // 0.136.0: once the conversation no longer fits, the window counts as full.
    private void FillContextWindow()
    {
        if (Session.Options.Model.EffectiveContextWindow is not { } window)
            return;
        var full = TokenUsage.Zero with { TotalTokens = window };
        Session.Usage = new TokenUsageInfo(full, full, window);
        Emit(new TokenCountEvent(Session.Usage, Session.RateLimits));
    }

    private void Fail(string message, CodexErrorInfo info)
    {
        Emit(new ErrorEvent(message, info));
        Complete(null);
    }

    private void Abort()
    {
        OnAborted();
        if (AbortReason == TurnAbortReason.Interrupted)
            Session.RecordItem(MessageItem.OfText("user", InterruptionMarker.Text));
        End(new TurnAbortedEvent(Id, AbortReason, Clock.Now.ToUnixTimeSeconds(), Clock.ElapsedMilliseconds));
    }
}
