using System.Net;
using System.Net.Sockets;

namespace Codex.Execution.Network.Socks;

/// <summary>
/// Passes on the datagrams of one command while it holds an association open. Its socket lives in the command's own network, so
/// that whoever sends to it is that command.
/// </summary>
internal sealed class DatagramRelay(Socket socket, NetworkContext context, NetworkOwner owner)
{
    private const int MaximumFlows = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<IPEndPoint, (DatagramFlow Flow, Task Run)> _flows = [];
    private int _associations;

    /// <summary>Where clients send to.</summary>
    internal IPEndPoint EndPoint => (IPEndPoint)socket.LocalEndPoint!;

    /// <summary>A client that holds its connection opens the relay; with the last one everything that was passed on ends.</summary>
    internal void Open() => Interlocked.Increment(ref _associations);

    /// <inheritdoc cref="Open"/>
    internal void Close()
    {
        if (Interlocked.Decrement(ref _associations) is 0)
            EndFlows();
    }

    /// <summary>Takes datagrams until cancelled; nothing is under way then.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[Datagram.MaximumLength];
        var anybody = new IPEndPoint(IPAddress.Any, 0);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var received = await socket.ReceiveFromAsync(buffer, SocketFlags.None, anybody, cancellationToken).ConfigureAwait(false);
                if (Volatile.Read(ref _associations) > 0 && Datagram.Parse(buffer.AsMemory(0, received.ReceivedBytes).ToArray()) is { } datagram)
                    Pass((IPEndPoint)received.RemoteEndPoint, datagram, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                break;
            }
            catch (SocketException)
            {
                // One datagram less; the next one may be better.
            }
        }

        await Task.WhenAll(EndFlows()).ConfigureAwait(false);
    }

    private void Pass(IPEndPoint client, Datagram datagram, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_flows.TryGetValue(client, out var known) && known.Flow.Take(datagram))
                return;
            foreach (var (ended, flow) in _flows)
            {
                if (flow.Run.IsCompleted)
                    _flows.Remove(ended);
            }

            if (_flows.Count == MaximumFlows)
                return;
            var added = new DatagramFlow(socket, client, context, owner);
            added.Take(datagram);
            var run = Task.Run(() => added.RunAsync(cancellationToken), CancellationToken.None);
            // One that still ends is waited for, too.
            _flows[client] = (added, known.Run is null ? run : Task.WhenAll(known.Run, run));
        }
    }

    private Task[] EndFlows()
    {
        lock (_gate)
        {
            foreach (var (flow, _) in _flows.Values)
                flow.End();
            return [.. _flows.Values.Select(static flow => flow.Run)];
        }
    }
}
