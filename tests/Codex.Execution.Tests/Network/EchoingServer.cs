using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Codex.Execution.Tests.Network;

/// <summary>Sends every datagram back and remembers it.</summary>
internal sealed class EchoingServer : IDisposable
{
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly Task _serving;

    internal EchoingServer() => _serving = ServeAsync();

    internal int Port => ((IPEndPoint)_socket.Client.LocalEndPoint!).Port;

    internal List<string> Received { get; } = [];

    internal IPEndPoint? LastClient { get; private set; }

    public void Dispose()
    {
        _socket.Dispose();
        _serving.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            var received = await _socket.ReceiveAsync();
            Received.Add(Encoding.ASCII.GetString(received.Buffer));
            LastClient = received.RemoteEndPoint;
            await _socket.SendAsync(received.Buffer, received.RemoteEndPoint);
        }
    }
}
