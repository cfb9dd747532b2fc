using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Codex.Execution.Approvals;
using Codex.Execution.Network;
using Codex.Execution.Network.Auditing;
using Codex.Platform.Environment;

namespace Codex.Execution.Tests.Network;

/// <summary>A proxy that serves listeners of the test, and clients that speak to it in raw bytes.</summary>
internal sealed class ServedProxy : IAsyncDisposable
{
    private readonly NetworkListeners _listeners;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _serving;

    internal ServedProxy(
        NetworkProxyOptions options,
        TimeProvider? time = null,
        INetworkApprovals? approvals = null,
        Dictionary<string, string>? variables = null,
        RemoteCertificateValidationCallback? trusts = null)
    {
        Proxy = new NetworkProxy(options, new NetworkProxyServices
        {
            Host = Host(variables ?? []),
            Time = time ?? TimeProvider.System,
            Approvals = approvals,
            TrustsServer = trusts,
            Audit = Audited.Enqueue,
            Resolve = ResolveAsync,
        });
        _listeners = new(Listen(), Listen(), options.PassesDatagrams ? Bind(SocketType.Dgram, ProtocolType.Udp) : null);
        _serving = Proxy.ServeAsync(_listeners, new NetworkOwner("call", Refusals.Add), _ending.Token);
    }

    internal NetworkProxy Proxy { get; }

    /// <summary>What the command would be told.</summary>
    internal List<string> Refusals { get; } = [];

    /// <summary>Every decision.</summary>
    internal ConcurrentQueue<NetworkAuditEvent> Audited { get; } = [];

    /// <summary>What names lead to; others are unknown.</summary>
    internal Dictionary<string, IPAddress[]> Names { get; } = new() { ["allowed.test"] = [IPAddress.Loopback], ["denied.test"] = [IPAddress.Loopback] };

    /// <summary>The names that were asked for.</summary>
    internal List<string> Resolved { get; } = [];

    /// <summary>Everything is like it is for users but that the machine itself counts as the internet.</summary>
    internal static NetworkProxyOptions Open(params string[] allowed) =>
        new() { AllowedHosts = [.. allowed], DeniedHosts = ["denied.test"], AllowsLocalAddresses = true };

    /// <summary>Sends bytes and gives what comes back until the proxy ends the connection.</summary>
    internal async Task<string> SendAsync(string request, bool socks = false) =>
        Encoding.Latin1.GetString(await SendAsync(Encoding.Latin1.GetBytes(request), socks));

    internal async Task<byte[]> SendAsync(byte[] request, bool socks)
    {
        using var client = await ConnectAsync(socks);
        var stream = client.GetStream();
        await stream.WriteAsync(request, TestContext.Current.CancellationToken);
        client.Client.Shutdown(SocketShutdown.Send);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, TestContext.Current.CancellationToken);
        return answer.ToArray();
    }

    internal async Task<TcpClient> ConnectAsync(bool socks = false)
    {
        var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)(socks ? _listeners.Socks! : _listeners.Http).LocalEndPoint!, TestContext.Current.CancellationToken);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _serving;
        _listeners.Dispose();
        _ending.Dispose();
    }

    private Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        lock (Resolved)
            Resolved.Add(name);
        return Names.TryGetValue(name, out var addresses) ? Task.FromResult(addresses) : throw new SocketException((int)SocketError.HostNotFound);
    }

    private static Socket Listen()
    {
        var socket = Bind(SocketType.Stream, ProtocolType.Tcp);
        socket.Listen();
        return socket;
    }

    private static Socket Bind(SocketType type, ProtocolType protocol)
    {
        var socket = new Socket(AddressFamily.InterNetwork, type, protocol);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static HostEnvironment Host(Dictionary<string, string> variables) =>
        new() { Variables = variables, CurrentDirectory = "/", TemporaryDirectory = "/tmp", ExecutablePath = "/codex" };
}
