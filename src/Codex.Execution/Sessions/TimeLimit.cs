namespace Codex.Execution.Sessions;

/// <summary>How long a command may run. The time in which somebody is asked about it does not count.</summary>
public sealed class TimeLimit : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private TimeSpan _left;
    private long _runningSince;
    private int _pauses;

    /// <summary>Starts to count.</summary>
    /// <param name="limit">The time.</param>
    /// <param name="time">The clock.</param>
    public TimeLimit(TimeSpan limit, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _left = limit;
        _runningSince = time.GetTimestamp();
        _timer = time.CreateTimer(static reached => ((TaskCompletionSource)reached!).TrySetResult(), _reached, limit, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Ends when the time is over.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Stops counting until as many calls of <see cref="Resume"/>.</summary>
    public void Pause()
    {
        lock (_gate)
        {
            if (_pauses++ > 0)
                return;
            _left -= _time.GetElapsedTime(_runningSince);
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Goes on counting.</summary>
    public void Resume()
    {
        lock (_gate)
        {
            if (--_pauses > 0)
                return;
            _runningSince = _time.GetTimestamp();
            _timer.Change(_left > TimeSpan.Zero ? _left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();
}
