namespace Codex.AppServer.Protocol.Connections;

/// <summary>
/// A client's view of an app-server: in process the typed objects are handed over as they are, remotely they travel as JSON-RPC.
/// Disposing ends the connection; in process it also ends the threads that nobody else is subscribed to.
/// </summary>
public interface IAppServerConnection : IAsyncDisposable
{
    /// <summary>Sends a request and waits for its answer.</summary>
    /// <typeparam name="TParams">Parameters of the method.</typeparam>
    /// <typeparam name="TResult">Answer of the method.</typeparam>
    /// <exception cref="JsonRpcException">The server refused.</exception>
    Task<TResult> RequestAsync<TParams, TResult>(
        AppServerMethod<TParams, TResult> method, TParams parameters, CancellationToken cancellationToken)
        where TParams : class
        where TResult : class;

    /// <summary>
    /// Notifications and server requests in the order the server sent them. One reader; ends when the connection is closed.
    /// A client must keep reading while its own requests are pending, because the server waits for a slow reader.
    /// </summary>
    IAsyncEnumerable<ServerMessage> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Answers a request of the server.</summary>
    ValueTask AnswerAsync(ServerRequestAnswer answer, CancellationToken cancellationToken);
}
