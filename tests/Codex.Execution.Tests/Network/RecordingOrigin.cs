using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Codex.Execution.Tests.Network;

/// <summary>A server that writes down every byte it gets, connection by connection, and answers once a head is complete.</summary>
internal sealed class RecordingOrigin : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<StringBuilder> _connections = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _accepting;
    private readonly string _answer;

    internal RecordingOrigin(string answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nKeep-Alive: 5\r\n\r\nok")
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    internal IReadOnlyList<string> Received
    {
        get
        {
            lock (_connections)
                return [.. _connections.Select(static text => text.ToString())];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _accepting;
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> serving = [];
        try
        {
            while (true)
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_ending.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        var text = new StringBuilder();
        lock (_connections)
            _connections.Add(text);
        var stream = client.GetStream();
        var buffer = new byte[4096];
        var answered = false;
        try
        {
            while (await stream.ReadAsync(buffer, _ending.Token) is > 0 and var count)
            {
                bool isComplete;
                lock (_connections)
                    isComplete = text.Append(Encoding.Latin1.GetString(buffer, 0, count)).ToString().Contains("\r\n\r\n", StringComparison.Ordinal);
                if (isComplete && !answered)
                {
                    answered = true;
                    await stream.WriteAsync(Encoding.Latin1.GetBytes(_answer), _ending.Token);
                    client.Client.Shutdown(SocketShutdown.Send);
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The client has gone.
        }
    }
}
