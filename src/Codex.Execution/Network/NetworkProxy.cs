using System.Net.Sockets;
using Codex.Execution.Network.Http;
using Codex.Execution.Network.Inspection;
using Codex.Execution.Network.Rules;
using Codex.Execution.Network.Socks;

namespace Codex.Execution.Network;

/// <summary>
/// The only way out for commands whose network is filtered. It has no address of its own on this machine: it serves the
/// listeners that sandboxed commands find inside of their private networks.
/// </summary>
public sealed class NetworkProxy
{
    /// <summary>Connections of one command at a time; further ones wait in the kernel.</summary>
    private const int MaximumConnections = 256;

    private readonly NetworkGate _gate;
    private readonly NetworkContext _context;

    /// <summary>Makes a proxy.</summary>
    /// <param name="options">What it lets through.</param>
    /// <param name="services">Its surroundings.</param>
    /// <exception cref="InvalidHostPatternException">A pattern of hosts is none.</exception>
    /// <exception cref="NetworkProxyException">Encrypted requests are to be looked into and cannot be.</exception>
    public NetworkProxy(NetworkProxyOptions options, NetworkProxyServices services)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        Options = options;
        var rules = new HostRules(options);
        var inspector = new Inspector(options, services);
        _gate = new(options, rules, inspector, services);
        _context = new(_gate, new(rules, options.UsesUpstreamProxy ? new(services.Host) : null, services.Resolve, services.Time), inspector, services.Time);
    }

    /// <summary>What it lets through.</summary>
    public NetworkProxyOptions Options { get; }

    /// <summary>The last requests that did not pass, oldest first.</summary>
    public IReadOnlyList<BlockedRequest> Blocked => _gate.Blocked;

    /// <summary>The environment of a command that leads here, and the file in it with what the command is to trust; null when that is nothing of ours.</summary>
    /// <exception cref="NetworkProxyException">The file cannot be written.</exception>
    internal (IReadOnlyDictionary<string, string> Environment, string? TrustFile) Lead(IReadOnlyDictionary<string, string> environment)
    {
        var trusted = _context.Inspector.TrustFileFor(environment);
        return (ProxyEnvironment.AddTo(environment, Options, trusted), trusted);
    }

    /// <summary>Serves the listeners of a command until cancelled; every connection has ended then.</summary>
    /// <param name="listeners">The listeners; they stay the caller's.</param>
    /// <param name="owner">The command.</param>
    /// <param name="cancellationToken">Ends everything.</param>
    internal async Task ServeAsync(NetworkListeners listeners, NetworkOwner owner, CancellationToken cancellationToken)
    {
        using var places = new SemaphoreSlim(MaximumConnections);
        var relay = listeners.Datagrams is { } datagrams ? new DatagramRelay(datagrams, _context, owner) : null;
        await Task.WhenAll(
            AcceptAsync(listeners.Http, places, stream => new HttpConnection(stream, _context, owner).ServeAsync(cancellationToken), cancellationToken),
            listeners.Socks is { } socks
                ? AcceptAsync(socks, places, stream => new SocksConnection(stream, _context, owner, relay).ServeAsync(cancellationToken), cancellationToken)
                : Task.CompletedTask,
            relay?.RunAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        for (var place = 0; place < MaximumConnections; place++)
            await places.WaitAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private static async Task AcceptAsync(Socket listener, SemaphoreSlim places, Func<NetworkStream, Task> serve, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await places.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            try
            {
                var client = await listener.AcceptAsync(cancellationToken).ConfigureAwait(false);
                _ = ServeAsync(client, serve, places);
            }
            catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                places.Release();
                if (exception is ObjectDisposedException)
                    return;
            }
        }
    }

    // Whatever goes wrong on a connection ends that connection only; its place tells the one who waits for the end.
    private static async Task ServeAsync(Socket client, Func<NetworkStream, Task> serve, SemaphoreSlim places)
    {
        try
        {
            client.NoDelay = true;
            var stream = new NetworkStream(client, ownsSocket: true);
            await using (stream.ConfigureAwait(false))
            {
                await serve(stream).ConfigureAwait(false);
                await LingeringClose.FinishAsync(stream).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            client.Dispose();
        }
        finally
        {
            places.Release();
        }
    }
}
