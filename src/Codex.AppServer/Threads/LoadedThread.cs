using System.Collections.Immutable;
using Codex.AppServer.Approvals;
using Codex.AppServer.Connections;
using Codex.AppServer.Projection;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Protocol.Turns;
using Codex.Engine;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;

namespace Codex.AppServer.Threads;

/// <summary>A thread in memory with its subscribers: reads its events and sends what they mean to each of them, in order.</summary>
internal sealed class LoadedThread : IAsyncDisposable
{
    private readonly CodexThread _thread;
    private readonly ThreadProjection _projection;
    private readonly ThreadQuestions _questions;
    private readonly StatusProjection _status;
    private readonly Lock _gate = new();
    private readonly Task _pump;
    private ImmutableArray<ClientOutbox> _subscribers;
    private string? _runningTurn;
    private TaskCompletionSource _turnEnded = NewSource();

    public LoadedThread(CodexThread thread, TimeProvider clock, ServerRequests requests, ClientOutbox firstSubscriber)
    {
        _thread = thread;
        _subscribers = [firstSubscriber];
        _projection = new ThreadProjection(thread.Id, thread.Configured.WorkingDirectory, clock, IsWanted);
        _questions = new ThreadQuestions(this, requests, clock);
        _status = new StatusProjection(thread.Id);
        _pump = Task.Run(PumpAsync);
    }

    /// <summary>The thread's id.</summary>
    public string Id => _thread.Id;

    /// <summary>Whether anybody is interested.</summary>
    public bool HasSubscribers => !_subscribers.IsEmpty;

    /// <summary>The settings that the thread started with.</summary>
    public SessionConfiguredEvent Configured => _thread.Configured;

    /// <summary>Adds a client, which gets the requests that wait for an answer.</summary>
    public async ValueTask SubscribeAsync(ClientOutbox client)
    {
        lock (_gate)
        {
            if (_subscribers.Contains(client))
                return;
            _subscribers = _subscribers.Add(client);
        }

        foreach (var request in _questions.Waiting)
            await client.SendAsync(request).ConfigureAwait(false);
    }

    /// <summary>Removes a client; false when it was not subscribed.</summary>
    public bool Unsubscribe(ClientOutbox client)
    {
        lock (_gate)
        {
            var before = _subscribers;
            _subscribers = _subscribers.Remove(client);
            return before != _subscribers;
        }
    }

    /// <summary>Hands an operation to the engine.</summary>
    public ValueTask<string> SubmitAsync(Op op, CancellationToken cancellationToken) => _thread.SubmitAsync(op, cancellationToken);

    /// <summary>Cancels a turn and waits for its end; nothing happens when it is not running.</summary>
    public async Task InterruptAsync(string turnId, CancellationToken cancellationToken)
    {
        Task ended;
        lock (_gate)
            ended = _runningTurn == turnId || _runningTurn is null ? _turnEnded.Task : Task.CompletedTask;
        await _thread.SubmitAsync(new Op.Interrupt(), cancellationToken).ConfigureAwait(false);
        await ended.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _thread.DisposeAsync().ConfigureAwait(false);
        await _pump.ConfigureAwait(false);
    }

    private async Task PumpAsync()
    {
        await foreach (var happened in _thread.ReadEventsAsync(CancellationToken.None).ConfigureAwait(false))
        {
            var status = _status.Project(happened.Message);
            var statusFollows = StatusProjection.Follows(happened.Message);
            if (!statusFollows)
                await SendAsync(status).ConfigureAwait(false);
            await SendWhatHappenedAsync(happened).ConfigureAwait(false);
            if (statusFollows)
                await SendAsync(status).ConfigureAwait(false);
        }

        _turnEnded.TrySetResult();
    }

    private async ValueTask SendWhatHappenedAsync(Event happened)
    {
        if (_questions.Project(happened) is { } messages)
        {
            foreach (var message in messages)
                await SendAsync(message).ConfigureAwait(false);
            return;
        }

        if (_projection.Project(happened) is not { } notification)
            return;
        NoteTurn(notification);
        await SendAsync(notification).ConfigureAwait(false);
        if (_projection.ProjectEnd(happened) is { } end)
            await SendAsync(end).ConfigureAwait(false);
    }

    private ValueTask SendAsync(ThreadStatusChangedNotification? status) =>
        status is not null && IsWanted(ThreadStatusChangedNotification.Name) ? SendAsync((ServerMessage)status) : ValueTask.CompletedTask;

    private async ValueTask SendAsync(ServerMessage message)
    {
        foreach (var subscriber in _subscribers)
            await subscriber.SendAsync(message).ConfigureAwait(false);
    }

    private void NoteTurn(ServerNotification notification)
    {
        lock (_gate)
        {
            if (notification is TurnStartedNotification started)
                _runningTurn = started.Turn.Id;
            if (notification is not TurnCompletedNotification)
                return;
            _runningTurn = null;
            _turnEnded.TrySetResult();
            _turnEnded = NewSource();
        }
    }

    private bool IsWanted(string method)
    {
        foreach (var subscriber in _subscribers)
        {
            if (subscriber.Wants(method))
                return true;
        }

        return false;
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
