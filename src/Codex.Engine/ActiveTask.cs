using System.Threading.Channels;

namespace Codex.Engine;

/// <summary>The task that runs now, its cancellation and its end.</summary>
internal sealed class ActiveTask : IDisposable
{
    private readonly CancellationTokenSource _interruption = new();

    public ActiveTask(SessionTask task, ChannelWriter<Submission> submissions)
    {
        Task = task;
        Completion = System.Threading.Tasks.Task.Run(async () =>
        {
            await task.RunAsync(_interruption.Token).ConfigureAwait(false);
            submissions.TryWrite(new Submission.TaskEnded(task));
        });
    }

    /// <summary>The task.</summary>
    public SessionTask Task { get; }

    /// <summary>Ends with the task; never faults.</summary>
    public Task Completion { get; }

    /// <summary>Cancelled with the task.</summary>
    public CancellationToken Interruption => _interruption.Token;

    /// <summary>Asks the task to stop; its terminal event follows.</summary>
    public void Interrupt(string reason)
    {
        if (!_interruption.IsCancellationRequested)
            Task.AbortReason = reason;
        _interruption.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose() => _interruption.Dispose();
}
