using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Codex.Execution.Network.Upstream;
using Codex.Execution.Policy.Rules;

namespace Codex.Execution.Network.Socks;

/// <summary>
/// What one socket of a command sends and gets through the relay. Every destination is decided about, once; answers come from
/// nobody but those that something was sent to. It ends when nothing moves for long.
/// </summary>
internal sealed class DatagramFlow(Socket relay, IPEndPoint client, NetworkContext context, NetworkOwner owner)
{
    /// <summary>Datagrams that wait for a decision; further ones are lost, as they may be.</summary>
    private const int MaximumWaiting = 64;

    private const int MaximumTargets = 256;

    private readonly Channel<Datagram> _waiting = Channel.CreateBounded<Datagram>(
        new BoundedChannelOptions(MaximumWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Dictionary<(string Host, int Port), IPEndPoint?> _targets = [];
    private readonly ConcurrentDictionary<IPEndPoint, bool> _servers = new();

    /// <summary>Takes a datagram of the client; false when it takes none anymore.</summary>
    internal bool Take(Datagram datagram) => _waiting.Writer.TryWrite(datagram);

    /// <summary>Takes nothing anymore, and ends.</summary>
    internal void End() => _waiting.Writer.TryComplete();

    /// <summary>Passes datagrams on both ways until the end.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        using var limit = new IdleLimit(context.DatagramIdleLimit, context.Time, cancellationToken);
        try
        {
            using var version4 = Bind(AddressFamily.InterNetwork, IPAddress.Any);
            using var version6 = Socket.OSSupportsIPv6 ? Bind(AddressFamily.InterNetworkV6, IPAddress.IPv6Any) : null;
            await Task.WhenAll(
                SendAsync(version4, version6, limit),
                ReceiveAsync(version4, limit),
                version6 is null ? Task.CompletedTask : ReceiveAsync(version6, limit)).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            // The system has no sockets left: everything the client sends is lost, and the next datagram tries again.
        }
    }

    private static Socket Bind(AddressFamily family, IPAddress address)
    {
        var socket = new Socket(family, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(address, 0));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task SendAsync(Socket version4, Socket? version6, IdleLimit limit)
    {
        try
        {
            await foreach (var datagram in _waiting.Reader.ReadAllAsync(limit.Token).ConfigureAwait(false))
            {
                if (await TargetOfAsync(datagram, limit.Token).ConfigureAwait(false) is not { } target)
                    continue;
                var socket = target.AddressFamily is AddressFamily.InterNetwork ? version4 : version6;
                _servers[target] = true;
                await TryAsync(() => socket?.SendToAsync(datagram.Payload, SocketFlags.None, target, limit.Token) ?? new(0)).ConfigureAwait(false);
                limit.Touch();
            }
        }
        catch (OperationCanceledException)
        {
            // The end, or nothing moved for long.
        }
        finally
        {
            End();
            await limit.EndAsync().ConfigureAwait(false);
        }
    }

    private async Task ReceiveAsync(Socket socket, IdleLimit limit)
    {
        var buffer = new byte[Datagram.MaximumLength];
        var anybody = new IPEndPoint(socket.AddressFamily is AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        try
        {
            while (true)
            {
                var received = await socket.ReceiveFromAsync(buffer, SocketFlags.None, anybody, limit.Token).ConfigureAwait(false);
                if (received.RemoteEndPoint is not IPEndPoint server || !_servers.ContainsKey(server))
                    continue;
                var answer = Datagram.Write(server, buffer.AsSpan(0, received.ReceivedBytes));
                await TryAsync(() => relay.SendToAsync(answer, SocketFlags.None, client, limit.Token)).ConfigureAwait(false);
                limit.Touch();
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // The end, or nothing moved for long.
        }
    }

    /// <summary>Where a datagram goes; null when it must not.</summary>
    private async Task<IPEndPoint?> TargetOfAsync(Datagram datagram, CancellationToken cancellationToken)
    {
        var key = (datagram.Host, datagram.Port);
        if (_targets.TryGetValue(key, out var known))
            return known;
        if (_targets.Count == MaximumTargets)
            return null;
        return _targets[key] = await DecideAsync(datagram, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IPEndPoint?> DecideAsync(Datagram datagram, CancellationToken cancellationToken)
    {
        var request = new NetworkRequest(NetworkProtocol.Socks5Udp, datagram.Host, datagram.Port, Method: null) { CallId = owner.CallId, Client = client.ToString() };
        if ((await context.Gate.DecideAsync(request, owner, cancellationToken).ConfigureAwait(false)).Reason is not null)
            return null;
        try
        {
            return new(await context.Connector.AddressOfAsync(datagram.Host, cancellationToken).ConfigureAwait(false), datagram.Port);
        }
        catch (ClosedAddressException)
        {
            context.Gate.RefuseAddress(request);
            return null;
        }
    }

    // A datagram may be lost on any way.
    private static async Task TryAsync(Func<ValueTask<int>> send)
    {
        try
        {
            await send().ConfigureAwait(false);
        }
        catch (SocketException)
        {
            // Too large, or nobody is there.
        }
    }
}
