using System.Net;
using System.Text;
using Codex.Execution.Network;
using Codex.Execution.Tests.Network.Inspection;
using Codex.TestSupport.Time;

namespace Codex.Execution.Tests.Network;

public sealed class HttpProxyTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\n";

    [Fact]
    public async Task A_request_is_passed_on_without_what_concerns_the_connection()
    {
        await using var origin = new RecordingOrigin();
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"));

        var answer = await proxy.SendAsync(
            $"POST http://allowed.test:{origin.Port}/a?b HTTP/1.1\r\nHost: allowed.test:{origin.Port}\r\nX-One: 1\r\nX-Two: 2\r\nConnection: x-two, keep-alive, content-length\r\n"
            + "Keep-Alive: 1\r\nProxy-Authorization: secret\r\nProxy-Connection: x\r\nTE: trailers\r\nUpgrade: h2c\r\nContent-Length: 3\r\n\r\nabc");

        Assert.Equal("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok", answer);
        Assert.Equal(
            [$"POST /a?b HTTP/1.1\r\nHost: allowed.test:{origin.Port}\r\nX-One: 1\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc"], origin.Received);
    }

    [Fact]
    public async Task A_body_in_chunks_is_passed_on_without_extensions_and_trailers()
    {
        await using var origin = new RecordingOrigin();
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"));

        await proxy.SendAsync(
            $"PUT http://allowed.test:{origin.Port}/ HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n3;x=y\r\nabc\r\n0A\r\n0123456789\r\n0\r\nX-Trailer: 1\r\n\r\n");

        Assert.EndsWith("Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\na\r\n0123456789\r\n0\r\n\r\n", Assert.Single(origin.Received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tunnel_passes_bytes_both_ways()
    {
        await using var origin = new RecordingOrigin("any bytes");
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"));

        var answer = await proxy.SendAsync($"CONNECT allowed.test:{origin.Port} HTTP/1.1\r\nHost: allowed.test:{origin.Port}\r\n\r\n\x16\x03hello\r\n\r\n");

        Assert.Equal("HTTP/1.1 200 OK\r\n\r\nany bytes", answer);
        Assert.Equal(["\x16\x03hello\r\n\r\n"], origin.Received);
    }

    [Theory]
    [InlineData("GET http://denied.test:{0}/ HTTP/1.1\r\n\r\n", 403, "blocked-by-denylist")]
    [InlineData("GET http://DENIED.test.:{0}/ HTTP/1.1\r\n\r\n", 403, "blocked-by-denylist")]
    [InlineData("GET / HTTP/1.1\r\nHost: denied.test:{0}\r\n\r\n", 403, "blocked-by-denylist")]
    [InlineData("CONNECT denied.test:{0} HTTP/1.1\r\nHost: allowed.test\r\n\r\n", 403, "blocked-by-denylist")]
    [InlineData("GET http://other.test:{0}/ HTTP/1.1\r\n\r\n", 403, "blocked-by-allowlist")]
    [InlineData("GET http://allowed.test.other.test:{0}/ HTTP/1.1\r\n\r\n", 403, "blocked-by-allowlist")]
    [InlineData("GET http://allowed.test:{0}/ HTTP/1.1\r\nHost: denied.test:{0}\r\n\r\n", 400, null)]
    [InlineData("GET http://allowed.test:{0}/ HTTP/1.1\r\nHost: allowed.test\r\n\r\n", 400, null)]
    [InlineData("GET http://allowed.test:{0}/ HTTP/1.1\r\nHost: allowed.test:{0}\r\nHost: denied.test\r\n\r\n", 400, null)]
    [InlineData("GET http://denied.test:{0}@allowed.test/ HTTP/1.1\r\n\r\n", 400, null)]
    [InlineData("GET http://allowed.test:{0}@denied.test/ HTTP/1.1\r\n\r\n", 400, null)]
    [InlineData("GET http://%61llowed.test:{0}/ HTTP/1.1\r\n\r\n", 400, null)]
    [InlineData("GET http://allowed.test%00.denied.test:{0}/ HTTP/1.1\r\n\r\n", 400, null)]
    [InlineData("GET http://allowed.test\0:{0}/ HTTP/1.1\r\n\r\n", 400, null)]
    [InlineData("GET http://allowed.test\t:{0}/ HTTP/1.1\r\n\r\n", 400, null)]
    [InlineData("GET http://allow\u00e9d.test:{0}/ HTTP/1.1\r\n\r\n", 400, null)]
    [InlineData("GET https://allowed.test:{0}/ HTTP/1.1\r\n\r\n", 400, null)]
    [InlineData("GET file:///etc/passwd HTTP/1.1\r\n\r\n", 400, null)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400, null)]
    [InlineData("CONNECT allowed.test HTTP/1.1\r\n\r\n", 400, null)]
    [InlineData("CONNECT allowed.test:0 HTTP/1.1\r\n\r\n", 400, null)]
    [InlineData("CONNECT allowed.test:99999 HTTP/1.1\r\n\r\n", 400, null)]
    [InlineData("CONNECT http://allowed.test:{0} HTTP/1.1\r\n\r\n", 400, null)]
    [InlineData("CONNECT [::1%lo]:{0} HTTP/1.1\r\n\r\n", 400, null)]
    [InlineData("POST http://allowed.test:{0}/ HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400, null)]
    [InlineData("POST http://allowed.test:{0}/ HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400, null)]
    [InlineData("POST http://allowed.test:{0}/ HTTP/1.1\r\nContent-Length: +1\r\n\r\na", 400, null)]
    [InlineData("POST http://allowed.test:{0}/ HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\na", 400, null)]
    [InlineData("POST http://allowed.test:{0}/ HTTP/1.1\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400, null)]
    [InlineData("POST http://allowed.test:{0}/ HTTP/1.1\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n", 400, null)]
    [InlineData("POST http://allowed.test:{0}/ HTTP/1.1\r\nX: 1\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400, null)]
    [InlineData("GET http://allowed.test:{0}/ HTTP/1.1\r\nX: 1\nHost: denied.test\r\n\r\n", 400, null)]
    [InlineData("GET http://allowed.test:{0}/ HTTP/1.1\rX\r\n\r\n", 400, null)]
    [InlineData("GET http://allowed.test:{0}/\r\n\r\n", 400, null)]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, null)]
    [InlineData("GET http://allowed.test:{0}/ HTTP/1.1\r\nX-Unix-Socket: /run/docker.sock\r\n\r\n", 501, null)]
    public async Task What_must_not_pass_reaches_nobody(string request, int status, string? error)
    {
        await using var origin = new RecordingOrigin();
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"));

        var answer = await proxy.SendAsync(request.Replace("{0}", $"{origin.Port}", StringComparison.Ordinal));

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Equal(error is not null, answer.Contains($"x-proxy-error: {error}\r\n", StringComparison.Ordinal));
        Assert.Empty(origin.Received);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("0x7f.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("127.0.0.1.")]
    [InlineData("0.0.0.0")]
    [InlineData("[::1]")]
    [InlineData("[::]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("LOCALHOST")]
    [InlineData("localhost.")]
    [InlineData("x.localhost")]
    [InlineData("rebound.test")]
    [InlineData("half.test")]
    [InlineData("unknown.test")]
    public async Task Addresses_of_this_machine_are_not_reached_by_any_spelling(string host)
    {
        await using var origin = new RecordingOrigin();
        await using var proxy = new ServedProxy(new NetworkProxyOptions { AllowedHosts = ["*"] });
        proxy.Names["rebound.test"] = [IPAddress.Loopback];
        proxy.Names["half.test"] = [IPAddress.Parse("8.8.8.8"), IPAddress.Loopback];

        var plain = await proxy.SendAsync($"GET http://{host}:{origin.Port}/ HTTP/1.1\r\n\r\n");
        var tunnel = await proxy.SendAsync($"CONNECT {host}:{origin.Port} HTTP/1.1\r\n\r\n");

        Assert.Contains("\"reason\":\"not_allowed_local\"", plain, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nSandbox policy blocks local/private network addresses.", tunnel, StringComparison.Ordinal);
        Assert.Empty(origin.Received);
    }

    [Fact]
    public async Task A_name_is_resolved_once_it_is_allowed_and_once_only()
    {
        await using var origin = new RecordingOrigin();
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"));

        await proxy.SendAsync("GET http://secret-data.other.test/ HTTP/1.1\r\n\r\n");
        await proxy.SendAsync($"GET http://allowed.test:{origin.Port}/ HTTP/1.1\r\n\r\n");

        Assert.Equal(["allowed.test"], proxy.Resolved);
    }

    [Fact]
    public async Task A_request_behind_the_first_is_not_served()
    {
        await using var origin = new RecordingOrigin();
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"));
        var first = $"GET http://allowed.test:{origin.Port}/first HTTP/1.1\r\n\r\n";

        var answer = await proxy.SendAsync(first + $"GET http://allowed.test:{origin.Port}/second HTTP/1.1\r\n\r\nCONNECT denied.test:{origin.Port} HTTP/1.1\r\n\r\n");

        Assert.StartsWith(Ok, answer, StringComparison.Ordinal);
        Assert.Equal(answer.IndexOf("HTTP/1.1", StringComparison.Ordinal), answer.LastIndexOf("HTTP/1.1", StringComparison.Ordinal));
        Assert.StartsWith("GET /first ", Assert.Single(origin.Received), StringComparison.Ordinal);
        Assert.DoesNotContain("second", origin.Received[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X: ", 70_000)]
    [InlineData("X: 1\r\n", 201)]
    public async Task A_head_that_is_too_large_is_refused(string line, int count)
    {
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"));
        var headers = line.EndsWith('\n') ? string.Concat(Enumerable.Repeat(line, count)) : line + new string('x', count) + "\r\n";

        var answer = await proxy.SendAsync($"GET http://allowed.test/ HTTP/1.1\r\n{headers}\r\n");

        Assert.StartsWith("HTTP/1.1 431 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_does_not_say_what_it_wants_is_sent_away()
    {
        var clock = new ManualClock();
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"), clock);
        using var client = await proxy.ConnectAsync();
        var stream = client.GetStream();
        await stream.WriteAsync("GET http://allo"u8.ToArray(), TestContext.Current.CancellationToken);
        var answer = stream.ReadAsync(new byte[100], TestContext.Current.CancellationToken).AsTask();
        while (!answer.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.True(await answer > 0);
    }

    [Theory]
    [InlineData("GET http://allowed.test:{0}/ HTTP/1.1\r\n\r\n", "HTTP/1.1 200 ")]
    [InlineData("HEAD http://allowed.test:{0}/ HTTP/1.1\r\n\r\n", "HTTP/1.1 200 ")]
    [InlineData("POST http://allowed.test:{0}/ HTTP/1.1\r\n\r\n", "blocked-by-method-policy")]
    [InlineData("get http://allowed.test:{0}/ HTTP/1.1\r\n\r\n", "blocked-by-method-policy")]
    [InlineData("CONNECT allowed.test:{0} HTTP/1.1\r\n\r\n", "blocked-by-mitm-required")]
    [InlineData("POST http://denied.test:{0}/ HTTP/1.1\r\n\r\n", "blocked-by-denylist")]
    public async Task In_limited_mode_only_reading_passes(string request, string expected)
    {
        await using var origin = new RecordingOrigin();
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test") with { Mode = NetworkMode.Limited });

        Assert.Contains(expected, await proxy.SendAsync(request.Replace("{0}", $"{origin.Port}", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_must_be_inspected_is_not_tunnelled_where_nothing_can_be()
    {
        await using var origin = new RecordingOrigin();
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test") with { Hooks = [Hooks.Any("allowed.test")] });

        Assert.Contains("blocked-by-mitm-required", await proxy.SendAsync($"CONNECT allowed.test:{origin.Port} HTTP/1.1\r\n\r\n"), StringComparison.Ordinal);
        Assert.Empty(origin.Received);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nX : y\r\n\r\n")]
    public async Task A_server_that_speaks_no_http_is_a_failure(string answer)
    {
        await using var origin = new RecordingOrigin(answer);
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"));

        var received = await proxy.SendAsync($"GET http://allowed.test:{origin.Port}/ HTTP/1.1\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/plain\r\ncontent-length: 16\r\n", received, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nupstream failure", received, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET http://denied.test/ HTTP/1.1\r\n\r\n", "Network access to \"denied.test\" was blocked: domain is explicitly denied by policy and cannot be approved from this prompt.")]
    [InlineData("GET http://other.test/ HTTP/1.1\r\n\r\n", "Network access to \"other.test\" was blocked: domain is not on the allowlist for the current sandbox mode.")]
    [InlineData("GET http://127.0.0.1/ HTTP/1.1\r\n\r\n", "Network access to \"127.0.0.1\" was blocked: local/private network addresses are blocked by the sandbox policy.")]
    [InlineData("POST http://allowed.test/ HTTP/1.1\r\n\r\n", "Network access to \"allowed.test\" was blocked: request method is blocked by the current network mode.")]
    public async Task Where_an_administrator_filters_a_command_ends_with_what_does_not_pass(string request, string reason)
    {
        var options = ServedProxy.Open("allowed.test") with { AllowsLocalAddresses = false, Mode = NetworkMode.Limited };
        await using var ending = new ServedProxy(options with { EndsBlockedCommands = true });
        await using var other = new ServedProxy(options);

        await ending.SendAsync(request);
        await other.SendAsync(request);

        Assert.Equal([reason], ending.Refusals);
        Assert.Empty(other.Refusals);
    }

    [Fact]
    public async Task Blocked_requests_are_remembered_up_to_a_number()
    {
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"));
        for (var number = 0; number < 205; number++)
            await proxy.SendAsync($"GET http://host{number}.test/ HTTP/1.1\r\n\r\n");

        Assert.Equal(200, proxy.Proxy.Blocked.Count);
        var last = proxy.Proxy.Blocked[^1];
        Assert.Equal(("host204.test", 80, "GET", "call"), (last.Request.Host, last.Request.Port, last.Request.Method, last.Request.CallId));
        Assert.Equal(("not_allowed", "deny", "baseline_policy"), (last.Reason, last.Decision, last.Source));
    }

    [Fact]
    public async Task A_proxy_on_the_way_is_used_for_names_that_only_it_knows()
    {
        await using var upstream = new RecordingOrigin();
        Dictionary<string, string> variables = new() { ["http_proxy"] = $"http://user:pa%20ss@127.0.0.1:{upstream.Port}", ["NO_PROXY"] = "excepted.test" };
        await using var proxy = new ServedProxy(new NetworkProxyOptions { AllowedHosts = ["far.test", "rebound.test", "excepted.test"] }, variables: variables);
        proxy.Names["rebound.test"] = [IPAddress.Loopback];

        Assert.StartsWith(Ok, await proxy.SendAsync("GET http://far.test/x HTTP/1.1\r\n\r\n"), StringComparison.Ordinal);
        Assert.Contains("not_allowed_local", await proxy.SendAsync("GET http://rebound.test/x HTTP/1.1\r\n\r\n"), StringComparison.Ordinal);
        Assert.Contains("not_allowed_local", await proxy.SendAsync("GET http://excepted.test/x HTTP/1.1\r\n\r\n"), StringComparison.Ordinal);
        var credential = Convert.ToBase64String(Encoding.UTF8.GetBytes("user:pa ss"));
        Assert.Equal([$"GET http://far.test/x HTTP/1.1\r\nHost: far.test\r\nProxy-Authorization: Basic {credential}\r\nConnection: close\r\n\r\n"], upstream.Received);
    }
}
