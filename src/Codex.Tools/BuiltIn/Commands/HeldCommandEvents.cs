using Codex.Execution.Sessions;
using Codex.Platform.Processes;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>
/// The events of a run that may be followed by another. A run that the sandbox stops at once is never shown, as in 0.136.0; one
/// that goes on for longer is shown, but for its end, which waits until it is clear that there is no second run.
/// </summary>
internal sealed class HeldCommandEvents : ICommandEvents, IAsyncDisposable
{
    // What prints as much has not been stopped at its start.
    private const int MostHeldBytes = 64 * 1024;

    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(150);

    private readonly CommandEvents _inner;
    private readonly Lock _gate = new();
    private readonly List<(OutputStream Stream, ReadOnlyMemory<byte> Bytes)> _output = [];
    private readonly ITimer _timer;
    private readonly TimeProvider _time;
    private long _startedAt;
    private Task _last = Task.CompletedTask;
    private int _heldBytes;
    private int? _sessionId;
    private bool _hasStarted;
    private bool _isFinal;
    private CommandEnd? _end;

    internal HeldCommandEvents(CommandEvents inner, TimeProvider time)
    {
        _inner = inner;
        _time = time;
        _timer = time.CreateTimer(static self => _ = ((HeldCommandEvents)self!).ShowIfRunningAsync().AsTask(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether the command has been announced.</summary>
    internal bool IsShown { get; private set; }

    /// <inheritdoc/>
    public ValueTask StartedAsync(int? sessionId) => InTurnAsync(async () =>
    {
        _sessionId = sessionId;
        _hasStarted = true;
        _startedAt = _time.GetTimestamp();
        _timer.Change(s_grace, Timeout.InfiniteTimeSpan);
        if (_isFinal)
            await ShowAsync().ConfigureAwait(false);
    });

    /// <inheritdoc/>
    public ValueTask PrintedAsync(OutputStream stream, ReadOnlyMemory<byte> bytes) => InTurnAsync(async () =>
    {
        if (IsShown)
        {
            await _inner.PrintedAsync(stream, bytes).ConfigureAwait(false);
            return;
        }

        _output.Add((stream, bytes.ToArray()));
        _heldBytes += bytes.Length;
        if (_heldBytes > MostHeldBytes)
            await ShowAsync().ConfigureAwait(false);
    });

    /// <inheritdoc/>
    public ValueTask EndedAsync(CommandEnd end) => InTurnAsync(async () =>
    {
        // The timer may be late; what counts is how long the run took.
        if (_hasStarted && _time.GetElapsedTime(_startedAt) >= s_grace)
            await ShowAsync().ConfigureAwait(false);
        _end = end;
        if (_isFinal)
            await _inner.EndedAsync(end).ConfigureAwait(false);
    });

    /// <summary>There will be no second run: what was held back is shown, and so is all that follows.</summary>
    internal ValueTask ReleaseAsync() => InTurnAsync(async () =>
    {
        _isFinal = true;
        await ShowAsync().ConfigureAwait(false);
        if (_end is { } end)
            await _inner.EndedAsync(end).ConfigureAwait(false);
    });

    /// <summary>There will be no second run because it was not allowed.</summary>
    internal ValueTask DeclineAsync(string reason) => InTurnAsync(async () =>
    {
        if (IsShown)
            await _inner.DeclinedAsync(_sessionId, reason).ConfigureAwait(false);
    });

    /// <summary>Stops waiting to show a run that has been answered.</summary>
    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private ValueTask ShowIfRunningAsync() => InTurnAsync(async () =>
    {
        if (_end is null)
            await ShowAsync().ConfigureAwait(false);
    });

    private async ValueTask ShowAsync()
    {
        if (IsShown || !_hasStarted)
            return;
        IsShown = true;
        await _inner.StartedAsync(_sessionId).ConfigureAwait(false);
        foreach (var (stream, bytes) in _output)
            await _inner.PrintedAsync(stream, bytes).ConfigureAwait(false);
        _output.Clear();
    }

    // One after the other, whoever calls: the command, the timer and the tool.
    private ValueTask InTurnAsync(Func<ValueTask> action)
    {
        lock (_gate)
            return new ValueTask(_last = AfterAsync(_last, action));
    }

    private static async Task AfterAsync(Task earlier, Func<ValueTask> action)
    {
        await earlier.ConfigureAwait(false);
        await action().ConfigureAwait(false);
    }
}
