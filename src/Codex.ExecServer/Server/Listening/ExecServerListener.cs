using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Codex.ExecServer.Rpc;

namespace Codex.ExecServer.Server.Listening;

/// <summary>Takes WebSocket clients on a port (<c>exec-server/src/server/transport.rs</c>).</summary>
public sealed class ExecServerListener : IDisposable
{
    private static readonly TimeSpan s_pingInterval = TimeSpan.FromSeconds(30);

    /// <summary>A client that answers no ping for so long has gone.</summary>
    private static readonly TimeSpan s_longestSilence = TimeSpan.FromMinutes(2);

    private readonly TcpListener _listener;
    private readonly Func<IRpcTransport, CancellationToken, Task> _serve;
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _connections = [];

    internal ExecServerListener(IPEndPoint address, Func<IRpcTransport, CancellationToken, Task> serve)
    {
        _serve = serve;
        _listener = new TcpListener(address);
        _listener.Start();
        Url = $"ws://{_listener.LocalEndpoint}";
    }

    /// <summary>Where clients find it.</summary>
    public string Url { get; }

    /// <summary>Takes clients until it is told to end, and waits until they have been served.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
                Add(ServeAsync(await _listener.AcceptSocketAsync(cancellationToken).ConfigureAwait(false), cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end that was asked for.
        }
        finally
        {
            _listener.Stop();
            await Task.WhenAll(Connections()).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Add(Task connection)
    {
        lock (_gate)
        {
            _connections.RemoveWhere(static task => task.IsCompleted);
            _connections.Add(connection);
        }
    }

    private Task[] Connections()
    {
        lock (_gate)
            return [.. _connections];
    }

    private async Task ServeAsync(Socket socket, CancellationToken cancellationToken)
    {
        await Task.Yield();
        socket.NoDelay = true;
        var label = $"exec-server websocket {socket.RemoteEndPoint}";
        var stream = new NetworkStream(socket, ownsSocket: true);
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                if (!await new UpgradeReader(stream).AcceptAsync(cancellationToken).ConfigureAwait(false))
                    return;
                var transport = new WebSocketTransport(Upgrade(stream), label);
                await using (transport.ConfigureAwait(false))
                    await _serve(transport, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException or OperationCanceledException)
            {
                // The client has gone, or never spoke the protocol.
            }
        }
    }

    private static WebSocket Upgrade(NetworkStream stream) => WebSocket.CreateFromStream(stream, new WebSocketCreationOptions
    {
        IsServer = true,
        KeepAliveInterval = s_pingInterval,
        KeepAliveTimeout = s_longestSilence,
    });
}
