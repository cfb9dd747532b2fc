namespace Codex.Engine;

/// <summary>
/// Whether the repository of a task has changes that are not committed. Git is asked beside the task, and is waited for no longer
/// than a moment: requests carry its answer from when it is there (<c>codex-rs/core/src/turn_metadata.rs</c>).
/// </summary>
internal sealed class WorkspaceStatus : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(20);

    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stop;
    private readonly Task<bool?> _question;

    private WorkspaceStatus(GitRepository repository, TimeProvider clock)
    {
        _clock = clock;
        _stop = new CancellationTokenSource(s_limit, clock);
        _question = Task.Run(() => AskAsync(repository, _stop.Token));
    }

    /// <summary>Git's answer; null while there is none, or git could not tell.</summary>
    public bool? HasChanges => _question.IsCompletedSuccessfully ? _question.Result : null;

    /// <summary>Asks git about the working directory of a session; outside of a repository nothing is started.</summary>
    /// <returns>The question, which its owner ends; null when there is no repository.</returns>
    public static WorkspaceStatus? Ask(Session session) => session.Repository.Value is null
        ? null
        : new WorkspaceStatus(new GitRepository(session.Services.Host, session.Options.WorkingDirectory), session.Services.Clock);

    /// <summary>Waits for the answer, but only as long as git needs for a repository of usual size.</summary>
    public Task WaitBrieflyAsync(CancellationToken cancellationToken) =>
        _question.IsCompleted ? Task.CompletedTask : Task.WhenAny(_question, Task.Delay(s_moment, _clock, cancellationToken));

    /// <summary>Stops asking.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _question.ConfigureAwait(false);
        _stop.Dispose();
    }

    private static async Task<bool?> AskAsync(GitRepository repository, CancellationToken cancellationToken)
    {
        try
        {
            return await repository.HasChangesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
