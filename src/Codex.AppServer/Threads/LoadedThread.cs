using System.Collections.Immutable;
using Codex.AppServer.Connections;
using Codex.AppServer.Projection;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Turns;
using Codex.Engine;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;

namespace Codex.AppServer.Threads;

/// <summary>A thread in memory with its subscribers: reads its events and sends what they mean to each of them, in order.</summary>
internal sealed class LoadedThread : IAsyncDisposable
{
    private readonly CodexThread thread;
    private readonly ThreadProjection projection;
    private readonly Lock gate = new();
    private readonly Task pump;
    private ImmutableArray<ClientOutbox> subscribers;
    private string? runningTurn;
    private TaskCompletionSource turnEnded = NewSource();

    public LoadedThread(CodexThread thread, TimeProvider clock, ClientOutbox firstSubscriber)
    {
        this.thread = thread;
        subscribers = [firstSubscriber];
        projection = new ThreadProjection(thread.Id, thread.Configured.WorkingDirectory, clock, IsWanted);
        pump = Task.Run(PumpAsync);
    }

    /// <summary>The thread's id.</summary>
    public string Id => thread.Id;

    /// <summary>Whether anybody is interested.</summary>
    public bool HasSubscribers => !subscribers.IsEmpty;

    /// <summary>The settings that the thread started with.</summary>
    public SessionConfiguredEvent Configured => thread.Configured;

    /// <summary>Adds a client.</summary>
    public void Subscribe(ClientOutbox client)
    {
        lock (gate)
        {
            if (!subscribers.Contains(client))
                subscribers = subscribers.Add(client);
        }
    }

    /// <summary>Removes a client; false when it was not subscribed.</summary>
    public bool Unsubscribe(ClientOutbox client)
    {
        lock (gate)
        {
            var before = subscribers;
            subscribers = subscribers.Remove(client);
            return before != subscribers;
        }
    }

    /// <summary>Hands an operation to the engine.</summary>
    public ValueTask<string> SubmitAsync(Op op, CancellationToken cancellationToken) => thread.SubmitAsync(op, cancellationToken);

    /// <summary>Cancels a turn and waits for its end; nothing happens when it is not running.</summary>
    public async Task InterruptAsync(string turnId, CancellationToken cancellationToken)
    {
        Task ended;
        lock (gate)
            ended = runningTurn == turnId || runningTurn is null ? turnEnded.Task : Task.CompletedTask;
        await thread.SubmitAsync(new Op.Interrupt(), cancellationToken).ConfigureAwait(false);
        await ended.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await thread.DisposeAsync().ConfigureAwait(false);
        await pump.ConfigureAwait(false);
    }

    private async Task PumpAsync()
    {
        await foreach (var happened in thread.ReadEventsAsync(CancellationToken.None).ConfigureAwait(false))
        {
            if (projection.Project(happened) is not { } notification)
                continue;
            NoteTurn(notification);
            await SendAsync(notification).ConfigureAwait(false);
            if (projection.ProjectEnd(happened) is { } end)
                await SendAsync(end).ConfigureAwait(false);
        }

        turnEnded.TrySetResult();
    }

    private async ValueTask SendAsync(ServerNotification notification)
    {
        foreach (var subscriber in subscribers)
            await subscriber.SendAsync(notification).ConfigureAwait(false);
    }

    private void NoteTurn(ServerNotification notification)
    {
        lock (gate)
        {
            if (notification is TurnStartedNotification started)
                runningTurn = started.Turn.Id;
            if (notification is not TurnCompletedNotification)
                return;
            runningTurn = null;
            turnEnded.TrySetResult();
            turnEnded = NewSource();
        }
    }

    private bool IsWanted(string method)
    {
        foreach (var subscriber in subscribers)
        {
            if (subscriber.Wants(method))
                return true;
        }

        return false;
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
