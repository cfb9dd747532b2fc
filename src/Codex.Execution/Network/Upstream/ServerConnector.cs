using System.Net;
using System.Net.Sockets;
using System.Text;
using Codex.Execution.Network.Http;
using Codex.Execution.Network.Rules;

namespace Codex.Execution.Network.Upstream;

/// <summary>
/// Connects to hosts that the rules let through. The address that was checked is the one that is connected to: a name that
/// resolves differently a moment later changes nothing.
/// </summary>
internal sealed class ServerConnector(HostRules rules, UpstreamProxies? proxies, Func<string, CancellationToken, Task<IPAddress[]>> resolve, TimeProvider time)
{
    private static readonly TimeSpan s_resolving = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_connecting = TimeSpan.FromSeconds(20);

    /// <summary>The proxy on the way to a host; null when the way is direct.</summary>
    internal UpstreamProxy? ProxyFor(string host, bool isSecure) => proxies?.For(host, isSecure);

    /// <summary>A connection on which the server itself answers.</summary>
    /// <exception cref="ClosedAddressException">The host leads where commands must not get.</exception>
    /// <exception cref="IOException">There is no way to it.</exception>
    internal async Task<NetworkStream> TunnelAsync(string host, int port, CancellationToken cancellationToken)
    {
        if (ProxyFor(host, isSecure: true) is not { } proxy)
            return await DirectAsync(host, port, cancellationToken).ConfigureAwait(false);
        var stream = await ThroughAsync(proxy, host, cancellationToken).ConfigureAwait(false);
        try
        {
            await AskForTunnelAsync(stream, proxy, host, port, cancellationToken).ConfigureAwait(false);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A connection to the host itself.</summary>
    /// <exception cref="ClosedAddressException">The host leads where commands must not get.</exception>
    /// <exception cref="IOException">There is no way to it.</exception>
    internal async Task<NetworkStream> DirectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var addresses = await CheckedAsync(host, cancellationToken).ConfigureAwait(false);
        return await ConnectAsync(addresses, port, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The address that datagrams to a host go to.</summary>
    /// <exception cref="ClosedAddressException">The host leads where commands must not get.</exception>
    internal async Task<IPAddress> AddressOfAsync(string host, CancellationToken cancellationToken)
    {
        var address = (await CheckedAsync(host, cancellationToken).ConfigureAwait(false))[0];
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }

    /// <summary>A connection to a proxy on the way to a host. That proxy may know names that we do not; but a name that is known here to be local stays closed.</summary>
    /// <exception cref="ClosedAddressException">The host leads where commands must not get.</exception>
    /// <exception cref="IOException">There is no way to the proxy.</exception>
    internal async Task<NetworkStream> ThroughAsync(UpstreamProxy proxy, string host, CancellationToken cancellationToken)
    {
        if (await ResolveAsync(host, cancellationToken).ConfigureAwait(false) is { } known && !Array.TrueForAll(known, address => rules.MayLeadTo(host, address)))
            throw new ClosedAddressException();
        var addresses = await ResolveAsync(proxy.Host, cancellationToken).ConfigureAwait(false) ?? throw new IOException("the proxy has no address");
        return await ConnectAsync(addresses, proxy.Port, cancellationToken).ConfigureAwait(false);
    }

    private static async Task AskForTunnelAsync(NetworkStream stream, UpstreamProxy proxy, string host, int port, CancellationToken cancellationToken)
    {
        var authority = HostName.Authority(host, port, defaultPort: 0);
        var credential = proxy.Credential is null ? "" : $"Proxy-Authorization: {proxy.Credential}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n{credential}\r\n"), cancellationToken).ConfigureAwait(false);
        // The server speaks only after the client, so that nothing follows this head.
        var answer = await new HttpReader(stream).ReadHeadAsync(cancellationToken).ConfigureAwait(false);
        if (answer?.StartLine[1] is not ['2', _, _])
            throw new IOException("the proxy on the way refused the tunnel");
    }

    private async Task<IPAddress[]> CheckedAsync(string host, CancellationToken cancellationToken) =>
        await ResolveAsync(host, cancellationToken).ConfigureAwait(false) is { Length: > 0 } addresses && Array.TrueForAll(addresses, address => rules.MayLeadTo(host, address))
            ? addresses
            : throw new ClosedAddressException();

    private async Task<IPAddress[]?> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (HostName.Address(host) is { } literal)
            return [literal];
        using var limit = new CancellationTokenSource(s_resolving, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await resolve(host, either.Token).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<NetworkStream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(s_connecting, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        SocketException? failure = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), either.Token).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException exception)
            {
                socket.Dispose();
                failure = exception;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw new IOException("no address answers", failure);
    }
}
