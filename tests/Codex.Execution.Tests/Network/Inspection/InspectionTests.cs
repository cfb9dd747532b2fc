using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Codex.Execution.Network;
using Codex.Execution.Network.Inspection;

namespace Codex.Execution.Tests.Network.Inspection;

public sealed class InspectionTests
{
    private const string Blocked = "HTTP/1.1 403 Forbidden\r\n";

    private static readonly NetworkProxyOptions s_limited = ServedProxy.Open("allowed.test") with { Mode = NetworkMode.Limited };

    [Fact]
    public async Task A_reading_request_is_passed_on_to_the_server_of_the_tunnel()
    {
        await using var origin = new SecureOrigin();
        await using var proxy = new InspectedProxy(s_limited, origin);

        var answer = await proxy.SendAsync($"allowed.test:{origin.Port}", $"GET /a?b HTTP/1.1\r\nHost: allowed.test:{origin.Port}\r\nX-One: 1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");

        Assert.Equal("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok", answer);
        Assert.Equal([$"GET /a?b HTTP/1.1\r\nHost: allowed.test:{origin.Port}\r\nX-One: 1\r\nConnection: close\r\n\r\n"], origin.Received);
        Assert.Equal("allowed.test", origin.ServerName);
    }

    [Theory]
    [InlineData("POST /a HTTP/1.1\r\nHost: allowed.test:{0}\r\nContent-Length: 1\r\n\r\nx", Blocked, "blocked-by-method-policy")]
    [InlineData("get /a HTTP/1.1\r\nHost: allowed.test:{0}\r\n\r\n", Blocked, "blocked-by-method-policy")]
    [InlineData("CONNECT allowed.test:{0} HTTP/1.1\r\nHost: allowed.test:{0}\r\n\r\n", "HTTP/1.1 405 Method Not Allowed\r\n", "CONNECT not supported inside MITM")]
    [InlineData("GET /a HTTP/1.1\r\nHost: denied.test:{0}\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n", "host mismatch")]
    [InlineData("GET /a HTTP/1.1\r\nHost: allowed.test\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n", "host mismatch")]
    [InlineData("GET https://denied.test:{0}/a HTTP/1.1\r\nHost: allowed.test:{0}\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n", "host mismatch")]
    [InlineData("GET https://allowed.test:{0}@denied.test/a HTTP/1.1\r\nHost: allowed.test:{0}\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n", "host mismatch")]
    [InlineData("GET http://allowed.test:{0}/a HTTP/1.1\r\nHost: allowed.test:{0}\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n", "unsupported request target")]
    [InlineData("GET /a HTTP/1.1\r\nHost: allowed.test:{0}\r\nHost: denied.test\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n", "invalid Host header")]
    [InlineData("GET /a HTTP/1.1\r\nHost: allowed.test:{0}\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n", "Transfer-Encoding")]
    [InlineData("GET /a HTTP/1.1\r\nHost: allowed.test:{0}\r\nX: 1\r\n folded\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n", "invalid header")]
    [InlineData("GET /a HTTP/1.1\nHost: allowed.test:{0}\n\n\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n", "invalid character")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n", "unsupported HTTP version")]
    public async Task What_must_not_pass_reaches_no_server(string request, string status, string expected)
    {
        await using var origin = new SecureOrigin();
        await using var proxy = new InspectedProxy(s_limited, origin);

        var answer = await proxy.SendAsync($"allowed.test:{origin.Port}", request.Replace("{0}", $"{origin.Port}", StringComparison.Ordinal));

        Assert.StartsWith(status, answer, StringComparison.Ordinal);
        Assert.Contains(expected, answer, StringComparison.Ordinal);
        Assert.Empty(origin.Received);
    }

    [Fact]
    public async Task A_request_behind_the_first_is_not_served()
    {
        await using var origin = new SecureOrigin();
        await using var proxy = new InspectedProxy(s_limited, origin);
        var host = $"Host: allowed.test:{origin.Port}\r\n\r\n";

        var answer = await proxy.SendAsync($"allowed.test:{origin.Port}", $"GET /first HTTP/1.1\r\n{host}POST /second HTTP/1.1\r\n{host}");

        Assert.EndsWith("\r\n\r\nok", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("second", Assert.Single(origin.Received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hooks_choose_requests_and_change_their_headers()
    {
        await using var origin = new SecureOrigin();
        var hook = Hooks.Any("allowed.test") with
        {
            Paths = [HookPattern.Parse("/repos/"), HookPattern.Parse("pattern:/{a,b}/*")],
            Query = [("page", [HookPattern.Parse("1 2"), HookPattern.Parse("pattern:x*")])],
            Headers = [("x-kind", [])],
            Strips = ["Authorization", "Content-Length"],
            Injects = [new("X-Secret", "TOKEN", null, "Bearer "), new("Transfer-Encoding", "TOKEN", null, "")],
        };
        await using var proxy = new InspectedProxy(
            ServedProxy.Open("allowed.test") with { Hooks = [hook] }, origin, new() { ["TOKEN"] = "s3cr3t" });

        var passed = await Ask("POST /repos/x?a&page=1+2", "X-Kind: k\r\nX-SECRET: mine\r\nAuthorization: mine\r\nConnection: x-secret\r\nContent-Length: 1\r\n", "z");
        var passedByPattern = await Ask("GET /b/y?page=xyz", "X-Kind: k\r\n", "");

        Assert.EndsWith("ok", passed, StringComparison.Ordinal);
        Assert.EndsWith("ok", passedByPattern, StringComparison.Ordinal);
        Assert.Equal(
            $"POST /repos/x?a&page=1+2 HTTP/1.1\r\nHost: allowed.test:{origin.Port}\r\nX-Kind: k\r\nX-Secret: Bearer s3cr3t\r\nContent-Length: 1\r\nConnection: close\r\n\r\nz",
            origin.Received[0]);
        foreach (var (line, headers) in (ReadOnlySpan<(string, string)>)
            [
                ("DELETE /repos/x?page=1+2", "X-Kind: k\r\n"), ("GET /other?page=1+2", "X-Kind: k\r\n"), ("GET /repos/x", "X-Kind: k\r\n"),
                ("GET /repos/x?page=3", "X-Kind: k\r\n"), ("GET /repos/x?page=1+2", ""), ("GET /b/c/d?page=xyz", "X-Kind: k\r\n"),
                ("GET /repos/../admin?page=1+2", "X-Kind: k\r\n"), ("GET /repos/%2e%2E/admin?page=1+2", "X-Kind: k\r\n"),
                ("GET /repos/x%2f..%2f..%2fadmin?page=1+2", "X-Kind: k\r\n"), ("GET /repos/%252e%252e/admin?page=1+2", "X-Kind: k\r\n"),
                ("GET /repos/..;v=1/admin?page=1+2", "X-Kind: k\r\n"), ("GET /repos/\\..\\admin?page=1+2", "X-Kind: k\r\n"),
            ])
        {
            Assert.StartsWith(Blocked, AskSync(line, headers), StringComparison.Ordinal);
        }

        Assert.Equal(2, origin.Received.Count);
        var last = proxy.Served.Proxy.Blocked[^1];
        Assert.Equal(("mitm_hook_denied", "allowed.test", "GET"), (last.Reason, last.Request.Host, last.Request.Method));
        Assert.DoesNotContain("s3cr3t", string.Join('\n', proxy.Served.Audited), StringComparison.Ordinal);

        Task<string> Ask(string line, string headers, string body) =>
            proxy.SendAsync($"allowed.test:{origin.Port}", $"{line} HTTP/1.1\r\nHost: allowed.test:{origin.Port}\r\n{headers}\r\n{body}");

        string AskSync(string line, string headers) => Ask(line, headers, "").GetAwaiter().GetResult();
    }

    [Fact]
    public async Task Hosts_without_hooks_are_tunnelled_and_hooked_ones_are_reached_in_no_other_way()
    {
        await using var origin = new SecureOrigin();
        await using var proxy = new InspectedProxy(ServedProxy.Open("allowed.test", "plain.test") with { Hooks = [Hooks.Any("allowed.test")] }, origin);
        proxy.Served.Names["plain.test"] = [IPAddress.Loopback];

        // Bytes of no protocol come back from a server of TLS only through a tunnel.
        var plain = await proxy.Served.SendAsync($"CONNECT plain.test:{origin.Port} HTTP/1.1\r\n\r\nno tls at all");
        var early = await proxy.Served.SendAsync($"CONNECT allowed.test:{origin.Port} HTTP/1.1\r\n\r\nno tls at all");
        var socks = await proxy.Served.SendAsync([5, 1, 0, 5, 1, 0, 3, 12, .. "allowed.test"u8, (byte)(origin.Port >> 8), (byte)origin.Port], socks: true);

        Assert.StartsWith("HTTP/1.1 200 OK\r\n\r\n", plain, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", early, StringComparison.Ordinal);
        Assert.Equal(2, socks[3]);
        Assert.Equal("mitm_required", proxy.Served.Proxy.Blocked[^1].Reason);
    }

    [Fact]
    public async Task What_is_no_TLS_ends()
    {
        await using var origin = new SecureOrigin();
        await using var proxy = new InspectedProxy(s_limited, origin);
        using var client = await proxy.Served.ConnectAsync();
        var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"CONNECT allowed.test:{origin.Port} HTTP/1.1\r\n\r\n"), TestContext.Current.CancellationToken);
        await stream.ReadExactlyAsync(new byte[19], TestContext.Current.CancellationToken);
        await stream.WriteAsync("POST / HTTP/1.1\r\nHost: allowed.test\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        client.Client.Shutdown(System.Net.Sockets.SocketShutdown.Send);
        await stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        Assert.Empty(origin.Received);
    }

    [Fact]
    public async Task A_server_that_is_not_believed_gets_no_request()
    {
        await using var origin = new SecureOrigin("somebody.else");
        await using var proxy = new InspectedProxy(s_limited, origin);

        var answer = await proxy.SendAsync($"allowed.test:{origin.Port}", $"GET / HTTP/1.1\r\nHost: allowed.test:{origin.Port}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 502 Bad Gateway\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nmitm upstream error", answer, StringComparison.Ordinal);
        Assert.Empty(origin.Received);
    }

    [Fact]
    public async Task We_answer_in_the_name_of_the_tunnel_whatever_the_client_calls_it()
    {
        await using var origin = new SecureOrigin();
        await using var proxy = new InspectedProxy(s_limited, origin);

        await Assert.ThrowsAsync<AuthenticationException>(() => proxy.SendAsync($"allowed.test:{origin.Port}", "GET / HTTP/1.1\r\n\r\n", serverName: "denied.test"));

        Assert.True(proxy.Shown!.MatchesHostname("allowed.test"));
        Assert.False(proxy.Shown.MatchesHostname("denied.test"));
    }

    [Fact]
    public async Task Only_the_first_version_of_HTTP_is_spoken()
    {
        await using var origin = new SecureOrigin();
        await using var proxy = new InspectedProxy(s_limited, origin);

        await Assert.ThrowsAnyAsync<Exception>(() => proxy.SendAsync($"allowed.test:{origin.Port}", "x", protocol: SslApplicationProtocol.Http2));

        Assert.Empty(origin.Received);
    }

    [Fact]
    public async Task An_address_is_inspected_like_a_name()
    {
        await using var origin = new SecureOrigin("127.0.0.1");
        await using var proxy = new InspectedProxy(ServedProxy.Open("127.0.0.1") with { Mode = NetworkMode.Limited }, origin);

        var answer = await proxy.SendAsync($"[::ffff:127.0.0.1]:{origin.Port}", $"GET / HTTP/1.1\r\nHost: 127.0.0.1:{origin.Port}\r\n\r\n", serverName: "127.0.0.1");

        Assert.EndsWith("ok", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_leads_home_after_the_tunnel_was_allowed_is_not_followed()
    {
        await using var origin = new SecureOrigin("rebound.test");
        await using var proxy = new InspectedProxy(new NetworkProxyOptions { AllowedHosts = ["rebound.test"], Mode = NetworkMode.Limited }, origin);
        proxy.Served.Names["rebound.test"] = [IPAddress.Loopback];

        var answer = await proxy.SendAsync($"rebound.test:{origin.Port}", $"GET / HTTP/1.1\r\nHost: rebound.test:{origin.Port}\r\n\r\n");

        Assert.Contains("x-proxy-error: blocked-by-allowlist\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nSandbox policy blocks local/private network addresses.", answer, StringComparison.Ordinal);
        Assert.Empty(origin.Received);
    }
}
