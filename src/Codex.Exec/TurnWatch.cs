using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Notices;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Protocol.Turns;
using Codex.Exec.Output;

namespace Codex.Exec;

/// <summary>Follows one turn to its end: shows what concerns it, refuses server requests, and turns signals into an interrupt.</summary>
internal sealed class TurnWatch : IDisposable
{
    private readonly IAppServerConnection _connection;
    private readonly IExecOutput _output;
    private readonly string _threadId;
    private readonly CancellationTokenSource _stop;
    private readonly TaskCompletionSource<ExecSignal> _firstSignal = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _turnId = "";
    private bool _failed;

    public TurnWatch(IAppServerConnection connection, IExecOutput output, string threadId, CancellationToken cancellationToken)
    {
        _connection = connection;
        _output = output;
        _threadId = threadId;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>Takes a signal; called on any thread.</summary>
    public void OnSignal(ExecSignal signal)
    {
        if (!_firstSignal.TrySetResult(signal))
            _stop.Cancel();
    }

    /// <summary>Reads until the turn has ended.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string turnId)
    {
        _turnId = turnId;
        using var ended = new CancellationTokenSource();
        var interrupt = InterruptOnSignalAsync(ended.Token);
        try
        {
            await ReadAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            _failed = true;
        }

        await ended.CancelAsync().ConfigureAwait(false);
        await interrupt.ConfigureAwait(false);
        return ExitCode();
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private int ExitCode()
    {
        if (_firstSignal.Task is { IsCompletedSuccessfully: true, Result: ExecSignal.Terminate })
            return ExecExitCode.Terminated;
        return _failed ? ExecExitCode.Failure : ExecExitCode.Success;
    }

    private async Task ReadAsync()
    {
        await foreach (var message in _connection.ReadAsync(_stop.Token).ConfigureAwait(false))
        {
            if (message is ServerRequest request)
                await RefuseAsync(request).ConfigureAwait(false);
            if (message is ServerNotification notification && Concerns(notification) && Show(notification))
                return;
        }

        // The server went away before the turn had ended.
        _failed = true;
    }

    private bool Show(ServerNotification notification)
    {
        _failed |= notification
            is ErrorNotification { WillRetry: false }
            or TurnCompletedNotification { Turn.Status: TurnStatus.Failed or TurnStatus.Interrupted };
        _output.Show(notification);
        return notification is TurnCompletedNotification;
    }

    private bool Concerns(ServerNotification notification) => notification switch
    {
        ConfigWarningNotification or DeprecationNoticeNotification => true,
        TurnStartedNotification n => Ours(n.ThreadId, n.Turn.Id),
        TurnCompletedNotification n => Ours(n.ThreadId, n.Turn.Id),
        TurnDiffUpdatedNotification n => Ours(n.ThreadId, n.TurnId),
        TurnPlanUpdatedNotification n => Ours(n.ThreadId, n.TurnId),
        ErrorNotification n => Ours(n.ThreadId, n.TurnId),
        ItemStartedNotification n => Ours(n.ThreadId, n.TurnId),
        ItemCompletedNotification n => Ours(n.ThreadId, n.TurnId),
        ThreadTokenUsageUpdatedNotification n => Ours(n.ThreadId, n.TurnId),
        ModelReroutedNotification n => Ours(n.ThreadId, n.TurnId),
        _ => false,
    };

    private bool Ours(string thread, string turn) => thread == _threadId && turn == _turnId;

    // Nobody can be asked here, so every question is answered with an error.
    private async ValueTask RefuseAsync(ServerRequest request)
    {
        var error = new JsonRpcError(
            JsonRpcErrorCode.InternalError, $"{request.Method} is not supported in exec mode for thread `{_threadId}`");
        await _connection.AnswerAsync(new ServerRequestAnswer(request.Id, Result: null, error), _stop.Token).ConfigureAwait(false);
    }

    private async Task InterruptOnSignalAsync(CancellationToken ended)
    {
        try
        {
            await _firstSignal.Task.WaitAsync(ended).ConfigureAwait(false);
            await _connection.RequestAsync(
                AppServerMethods.TurnInterrupt, new TurnInterruptParams(_threadId, _turnId), ended).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or JsonRpcException)
        {
            // The turn ended by itself in the meantime.
        }
    }
}
