using System.Net.Sockets;
using System.Net.WebSockets;
using Codex.ExecServer.Environments;
using Codex.ExecServer.Rpc;
using Codex.Platform;
using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.ExecServer.Client;

/// <summary>
/// A server that is connected to when it is first needed. A WebSocket that is lost is replaced at the next use; a program
/// that has ended is not started again.
/// </summary>
/// <param name="address">Where it is.</param>
/// <param name="host">The surroundings.</param>
/// <param name="time">The clock.</param>
public sealed class RemoteServer(ServerAddress address, HostEnvironment host, TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();
    private ClientConnection? _connection;

    /// <summary>The connection.</summary>
    /// <exception cref="IOException">The server cannot be reached.</exception>
    internal async Task<ClientConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_connection is { } known && (!known.IsOver || address is ServerAddress.Program))
                return known;
            var transport = await OpenAsync(cancellationToken).ConfigureAwait(false);
            return _connection = await ClientConnection.OpenAsync(transport, address.InitializeTimeout, time, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync().ConfigureAwait(false);
        _spawner.Dispose();
        _gate.Dispose();
    }

    private Task<IRpcTransport> OpenAsync(CancellationToken cancellationToken) => address switch
    {
        ServerAddress.Program program => StartAsync(program),
        ServerAddress.WebSocket webSocket => ConnectAsync(webSocket, cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task<IRpcTransport> ConnectAsync(ServerAddress.WebSocket target, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(target.Url, UriKind.Absolute, out var url) || url.Scheme is not ("ws" or "wss"))
            throw new IOException($"failed to connect to exec-server websocket `{target.Url}`: URL error: URL scheme not supported");
        using var limit = new CancellationTokenSource(target.ConnectTimeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var socket = new ClientWebSocket();
        try
        {
            await socket.ConnectAsync(url, stop.Token).ConfigureAwait(false);
            return new WebSocketTransport(socket, $"exec-server websocket {target.Url}");
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            socket.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw new IOException(limit.IsCancellationRequested
                ? $"timed out connecting to exec-server websocket `{target.Url}` after {target.ConnectTimeout.TotalSeconds}s"
                : $"failed to connect to exec-server websocket `{target.Url}`: {Reason(exception)}");
        }
    }

    private async Task<IRpcTransport> StartAsync(ServerAddress.Program program)
    {
        try
        {
            var variables = new Dictionary<string, string>(host.Variables, HostEnvironment.VariableNameComparer);
            foreach (var (name, value) in program.Variables)
                variables[name] = value;
            return new ProcessTransport(await _spawner.StartAsync(new SpawnRequest
            {
                FileName = program.Command[0],
                Arguments = program.Command,
                WorkingDirectory = program.Directory ?? host.CurrentDirectory,
                Environment = variables,
                Stdio = StdioMode.PipesWithInput,
            }).ConfigureAwait(false));
        }
        catch (SpawnException exception)
        {
            throw new IOException($"failed to spawn exec-server: {exception.Message}", exception);
        }
    }

    private static string Reason(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket)
                return $"IO error: {Errno.Describe(socket.NativeErrorCode)}";
        }

        return exception.Message;
    }
}
