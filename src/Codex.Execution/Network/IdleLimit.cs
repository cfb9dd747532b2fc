namespace Codex.Execution.Network;

/// <summary>Ends an exchange in which nothing moved for long.</summary>
internal sealed class IdleLimit : IDisposable
{
    private readonly CancellationTokenSource _idle;
    private readonly CancellationTokenSource _either;
    private readonly TimeSpan _limit;

    internal IdleLimit(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        _limit = limit;
        _idle = new CancellationTokenSource(limit, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_idle.Token, cancellationToken);
    }

    internal CancellationToken Token => _either.Token;

    /// <summary>Something moved.</summary>
    internal void Touch() => _idle.CancelAfter(_limit);

    /// <summary>It is over, whoever still waits.</summary>
    internal Task EndAsync() => _either.CancelAsync();

    public void Dispose()
    {
        _either.Dispose();
        _idle.Dispose();
    }
}
