using Codex.AppServer.Processors;
using Codex.AppServer.Protocol.AutoReviews;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Modes;
using Codex.AppServer.Protocol.Reviews;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Protocol.Turns;

namespace Codex.AppServer.Connections;

/// <summary>A client in the same process: requests are calls, messages are objects, nothing is serialized.</summary>
public sealed class InProcessConnection : IAppServerConnection
{
    private readonly AppServerHost _host;

    internal InProcessConnection(AppServerHost host, ClientOutbox outbox)
    {
        _host = host;
        Outbox = outbox;
    }

    internal ClientOutbox Outbox { get; }

    /// <inheritdoc/>
    public async Task<TResult> RequestAsync<TParams, TResult>(
        AppServerMethod<TParams, TResult> method, TParams parameters, CancellationToken cancellationToken)
        where TParams : class
        where TResult : class =>
        (TResult)await DispatchAsync(method.Name, parameters, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public IAsyncEnumerable<ServerMessage> ReadAsync(CancellationToken cancellationToken) => Outbox.Reader.ReadAllAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask AnswerAsync(ServerRequestAnswer answer, CancellationToken cancellationToken) =>
        _host.Requests.AnswerAsync(answer, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Outbox.Close();
        await _host.DisconnectAsync(Outbox).ConfigureAwait(false);
    }

    private async Task<object> DispatchAsync(string method, object parameters, CancellationToken cancellationToken) => parameters switch
    {
        ThreadStartParams start => await _host.Threads.StartAsync(start, Outbox, cancellationToken).ConfigureAwait(false),
        ThreadResumeParams resume => await _host.Threads.ResumeAsync(resume, Outbox, cancellationToken).ConfigureAwait(false),
        ThreadFindParams find => await _host.Threads.FindAsync(find, cancellationToken).ConfigureAwait(false),
        ThreadUnsubscribeParams unsubscribe => await _host.Threads.UnsubscribeAsync(unsubscribe, Outbox).ConfigureAwait(false),
        TurnStartParams start => await _host.Turns.StartAsync(start, cancellationToken).ConfigureAwait(false),
        TurnSteerParams steer => await _host.Turns.SteerAsync(steer, cancellationToken).ConfigureAwait(false),
        ThreadShellCommandParams shell => await _host.Operations.RunAsync(shell, cancellationToken).ConfigureAwait(false),
        ThreadCompactStartParams compact => await _host.Operations.CompactAsync(compact, cancellationToken).ConfigureAwait(false),
        ThreadBackgroundTerminalsCleanParams clean => await _host.Operations.CleanAsync(clean, cancellationToken).ConfigureAwait(false),
        ThreadApproveGuardianDeniedActionParams approve => await _host.Operations.ApproveAsync(approve, cancellationToken).ConfigureAwait(false),
        CollaborationModeListParams => CollaborationModeProcessor.List(),
        ReviewStartParams review => await _host.Reviews.StartAsync(review, cancellationToken).ConfigureAwait(false),
        TurnInterruptParams interrupt => await _host.Turns.InterruptAsync(interrupt, cancellationToken).ConfigureAwait(false),
        _ => throw new JsonRpcException(JsonRpcErrorCode.InvalidRequest, $"unknown method {method}"),
    };
}
