using System.Net;
using System.Net.Sockets;
using Codex.Backend.Relay.Dumps;

namespace Codex.Backend.Relay;

/// <summary>
/// Passes model requests on to a server with a key that the caller does not know (<c>codex-rs/responses-api-proxy</c>):
/// <c>POST /v1/responses</c> and nothing else. Bodies flow through in both directions; only dumps hold them in memory.
/// </summary>
public sealed class ResponsesRelay : IDisposable
{
    private readonly RelayOptions _options;
    private readonly TcpListener _listener;
    private readonly Upstream _upstream;
    private readonly ExchangeDumps? _dumps;
    private readonly CancellationTokenSource _shutdown = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _connections = [];

    private ResponsesRelay(RelayOptions options, TcpListener listener, ExchangeDumps? dumps)
    {
        _options = options;
        _listener = listener;
        _dumps = dumps;
        _upstream = new Upstream(options);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The loopback port.</summary>
    public int Port { get; }

    /// <summary>Makes the directory for dumps and opens the port.</summary>
    /// <exception cref="RelayException">One of them cannot be had.</exception>
    public static ResponsesRelay Start(RelayOptions options)
    {
        var dumps = options.DumpDirectory is { } directory ? ExchangeDumps.Create(directory, options) : null;
        var listener = new TcpListener(IPAddress.Loopback, options.Port ?? 0);
        try
        {
            listener.Start();
            return new ResponsesRelay(options, listener, dumps);
        }
        catch (SocketException exception)
        {
            listener.Dispose();
            throw RelayException.Because($"failed to bind 127.0.0.1:{options.Port ?? 0}", exception);
        }
    }

    /// <summary>Serves until it is asked to end.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _shutdown.Token);
        try
        {
            while (true)
                Add(ServeAsync(await _listener.AcceptSocketAsync(stop.Token).ConfigureAwait(false), stop.Token));
        }
        catch (OperationCanceledException) when (_shutdown.IsCancellationRequested)
        {
            // The end that was asked for.
        }
        finally
        {
            _listener.Stop();
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(Connections()).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Dispose();
        _upstream.Dispose();
        _shutdown.Dispose();
    }

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
        var stream = new NetworkStream(socket, ownsSocket: true);
        await using (stream.ConfigureAwait(false))
        {
            var connection = new RelayConnection(_options, _upstream, _dumps, stream, _shutdown.Cancel);
            await connection.RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
