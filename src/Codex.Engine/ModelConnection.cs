using Codex.Backend.Responses;

namespace Codex.Engine;

/// <summary>
/// The thread's own connection to the model, where the client keeps one: made beside the start of the thread, so that the
/// first turn finds it.
/// </summary>
internal sealed class ModelConnection : IAsyncDisposable
{
    private readonly IThreadConnections? _connections;
    private readonly string _threadId;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _warmUp;

    public ModelConnection(Session session)
    {
        _threadId = session.ThreadId;
        _connections = session.Options.ModelClient.Connections;
        _warmUp = _connections is { } connections ? Task.Run(() => WarmUpAsync(connections, session)) : Task.CompletedTask;
    }

    /// <summary>Whether requests still go over the thread's own connection.</summary>
    public bool IsActive => _connections?.IsActive(_threadId) ?? false;

    /// <summary>Waits until the connection is made, or is known not to be.</summary>
    public Task ReadyAsync(CancellationToken cancellationToken) => _warmUp.WaitAsync(cancellationToken);

    /// <summary>Tells the server that its response was taken in.</summary>
    public Task AcknowledgeAsync(string responseId, CancellationToken cancellationToken) =>
        _connections?.AcknowledgeAsync(_threadId, responseId, cancellationToken) ?? Task.CompletedTask;

    /// <summary>Goes on without a connection of its own.</summary>
    /// <returns>Whether there was one to give up.</returns>
    public bool FallBack() => _connections?.FallBack(_threadId) ?? false;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _warmUp.ConfigureAwait(false);
        _stop.Dispose();
        _connections?.Close(_threadId);
    }

    private async Task WarmUpAsync(IThreadConnections connections, Session session)
    {
        try
        {
            await connections.WarmUpAsync(RequestBuilder.WarmUp(session), _stop.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ModelException or OperationCanceledException)
        {
            // The first request connects again and reports what is wrong.
        }
    }
}
