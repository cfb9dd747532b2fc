using System.Net;
using System.Net.Sockets;

namespace Codex.TestSupport.Http;

/// <summary>Something that stands between a client and a server: connections are led by a subclass.</summary>
public abstract class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;

    /// <summary>Starts listening.</summary>
    protected Relay()
    {
        _listener.Start(64);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>The loopback port.</summary>
    public int Port { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Serves one connection.</summary>
    protected abstract Task ServeAsync(Stream client, CancellationToken cancellationToken);

    /// <summary>Passes bytes on in both directions until one side ends.</summary>
    protected static async Task PipeAsync(Stream client, string host, int port, ReadOnlyMemory<byte> first, CancellationToken cancellationToken)
    {
        using var server = new TcpClient();
        await server.ConnectAsync(host, port, cancellationToken);
        var stream = server.GetStream();
        await stream.WriteAsync(first, cancellationToken);
        await Task.WhenAny(client.CopyToAsync(stream, cancellationToken), stream.CopyToAsync(client, cancellationToken));
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        await Task.Yield();
        using (client)
        {
            try
            {
                await ServeAsync(client.GetStream(), _stop.Token);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException
                or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // One side went away.
            }
        }
    }
}
