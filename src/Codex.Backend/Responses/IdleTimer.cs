namespace Codex.Backend.Responses;

/// <summary>Cancels a read when no event has come for too long. The clock runs only while somebody waits.</summary>
internal sealed class IdleTimer : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly CancellationTokenSource _expired;
    private readonly CancellationTokenSource _linked;
    private bool _running;

    public IdleTimer(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        _limit = limit;
        _expired = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_expired.Token, cancellationToken);
    }

    /// <summary>Cancelled by the caller or by the clock.</summary>
    public CancellationToken Token => _linked.Token;

    /// <summary>Whether the clock ran out.</summary>
    public bool HasExpired => _expired.IsCancellationRequested;

    /// <summary>Starts the clock unless it runs already.</summary>
    public void Start()
    {
        if (_running)
            return;
        _running = true;
        _expired.CancelAfter(_limit);
    }

    /// <summary>Stops the clock: an event has come.</summary>
    public void Stop()
    {
        if (!_running)
            return;
        _running = false;
        _expired.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _linked.Dispose();
        _expired.Dispose();
    }
}
