using System.Net;
using System.Net.Sockets;
using Codex.Execution.Network;
using Codex.Execution.Sandbox;
using Codex.Execution.Tests.Network;
using Codex.Platform.Processes;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>What a command reaches whose only way out is the proxy.</summary>
public class ProxiedSandboxTests(ProxiedSandboxFixture sandbox) : IClassFixture<ProxiedSandboxFixture>
{
    // Raw bytes by the shell alone: no tool of the machine is needed, and none adds anything.
    private const string Ask = "ask() { exec 3<>/dev/tcp/127.0.0.1/${HTTP_PROXY##*:}; printf \"$1\" >&3; cat <&3; exec 3>&-; }; ";

    [Fact]
    public async Task An_allowed_host_is_reached()
    {
        await using var origin = new RecordingOrigin();

        var output = await RunAsync(Local("localhost"), Ask + $"ask 'GET http://localhost:{origin.Port}/x HTTP/1.1\\r\\n\\r\\n'");

        Assert.EndsWith("\r\n\r\nok", output, StringComparison.Ordinal);
        Assert.StartsWith("GET /x HTTP/1.1\r\n", Assert.Single(origin.Received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_are_blocked_and_every_way_around_the_proxy_is_closed()
    {
        await using var origin = new RecordingOrigin();
        using var datagrams = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        datagrams.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        var output = await RunAsync(Local("other.test"), Ask + $"""
            ask 'GET http://localhost:{origin.Port}/x HTTP/1.1\r\n\r\n' | grep -a x-proxy-error
            (echo GET > /dev/tcp/127.0.0.1/{origin.Port}) 2>/dev/null || echo closed
            (echo GET > /dev/tcp/8.8.8.8/53) 2>/dev/null || echo closed
            (echo GET > /dev/udp/127.0.0.1/{((IPEndPoint)datagrams.LocalEndPoint!).Port}) 2>/dev/null
            getent hosts example.com || echo closed
            env -u http_proxy -u HTTP_PROXY bash -c 'echo GET > /dev/tcp/localhost/{origin.Port}' 2>/dev/null || echo closed
            """);

        Assert.Equal("x-proxy-error: blocked-by-allowlist\r\nclosed\nclosed\nclosed\nclosed\n", output);
        Assert.Empty(origin.Received);
        Assert.False(datagrams.Poll(0, SelectMode.SelectRead));
    }

    [Fact]
    public async Task Datagrams_go_through_the_proxy_only()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/python3"), "needs python3");
        using var server = new EchoingServer();

        var output = await RunAsync(Local("127.0.0.1"), $$"""
            exec /usr/bin/python3 - <<'PY'
            import os, socket
            udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            udp.sendto(b'direct', ('127.0.0.1', {{server.Port}}))
            tcp = socket.create_connection(('127.0.0.1', int(os.environ['ALL_PROXY'].split(':')[-1])))
            tcp.sendall(bytes([5, 1, 0])); tcp.recv(2)
            tcp.sendall(bytes([5, 3, 0, 1, 0, 0, 0, 0, 0, 0])); answer = tcp.recv(10)
            relay = (socket.inet_ntoa(answer[4:8]), int.from_bytes(answer[8:10], 'big'))
            for host in ('127.0.0.2', '127.0.0.1'):
                udp.sendto(bytes(3) + b'\x01' + socket.inet_aton(host) + ({{server.Port}}).to_bytes(2, 'big') + host.encode(), relay)
            udp.settimeout(20)
            print(answer[1], udp.recv(100)[10:].decode())
            PY
            """);

        Assert.Equal("0 127.0.0.1\n", output);
        Assert.Equal(["127.0.0.1"], server.Received);
    }

    [Fact]
    public async Task Commands_at_the_same_time_have_a_proxy_each()
    {
        await using var origin = new RecordingOrigin();
        var proxy = Local("localhost");

        var outputs = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => RunAsync(proxy, Ask + $"ask 'GET http://localhost:{origin.Port}/{number} HTTP/1.1\\r\\n\\r\\n'")));

        Assert.All(outputs, static output => Assert.EndsWith("ok", output, StringComparison.Ordinal));
        Assert.Equal(["/0", "/1", "/2", "/3"], origin.Received.Select(static text => text.Split(' ')[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Servers_of_the_command_itself_are_reached_directly()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/python3"), "needs python3");

        var output = await RunAsync(Local("other.test"), """
            exec /usr/bin/python3 -c '
            import http.server, threading, urllib.request
            server = http.server.HTTPServer(("127.0.0.1", 0), type("H", (http.server.BaseHTTPRequestHandler,), {"do_GET": lambda h: (h.send_response(200), h.end_headers(), h.wfile.write(b"hi")), "log_message": lambda *a: None}))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            print(urllib.request.urlopen("http://127.0.0.1:%d/" % server.server_port).read().decode())'
            """);

        Assert.Equal("hi\n", output);
    }

    [Fact]
    public async Task The_command_keeps_its_exit_code_and_no_descriptor_of_the_proxy()
    {
        var output = await RunAsync(Local("localhost"), "ls /proc/self/fd | tr '\\n' ' '; grep -c Seccomp:.2 /proc/self/status; exit 7", expectedCode: 7);

        Assert.Equal("0 1 2 3 1\n", output);
    }

    [Fact]
    public async Task Without_local_sockets_the_proxy_is_still_reached()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/python3"), "needs python3");
        await using var origin = new RecordingOrigin();
        using var spawner = ProcessSpawner.Create();
        using var strict = new SandboxCommand(sandbox.Host(), spawner, new() { AllowsLocalSockets = false }, static (_, _) => { });

        var output = await RunAsync(Local("localhost"), Ask + $"""
            ask 'GET http://localhost:{origin.Port}/x HTTP/1.1\r\n\r\n' | tail -c 2; echo
            /usr/bin/python3 - <<'PY'
            import socket
            a, b = socket.socketpair(); a.send(b'x'); print(b.recv(1).decode())
            try: socket.socket(socket.AF_UNIX)
            except PermissionError: print('closed')
            PY
            """, new SandboxedLauncher(spawner, strict));

        Assert.Equal("ok\nx\nclosed\n", output);
    }

    private static NetworkProxy Local(string allowed) => new(
        new NetworkProxyOptions { AllowedHosts = [allowed], UsesUpstreamProxy = false }, new() { Host = new SandboxFixture().Host() });

    private async Task<string> RunAsync(NetworkProxy proxy, string script, IProcessLauncher? launcher = null, int expectedCode = 0)
    {
        var request = sandbox.Script(SandboxFixture.WorkspaceWrite(network: true), script) with { Proxy = proxy };
        var (exitCode, output) = await sandbox.LaunchAsync(request, launcher);
        Assert.Equal(expectedCode, exitCode);
        return output;
    }
}
