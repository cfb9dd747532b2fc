using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Codex.Backend.Auth;
using Codex.Backend.Http;
using Codex.Backend.Relay;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;

namespace Codex.Backend.Tests.Relay;

public sealed class ResponsesRelayTests : IAsyncDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly FakeResponsesServer _server = new();
    private readonly HttpClient _caller = new();
    private readonly List<string> _reports = [];
    private readonly CancellationTokenSource _end = new();
    private ResponsesRelay? _relay;
    private Task _running = Task.CompletedTask;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Uri Address => new($"http://127.0.0.1:{_relay!.Port}/v1/responses");

    [Fact]
    public async Task A_request_goes_up_with_our_key_and_everything_else_of_the_caller()
    {
        Start();
        _server.AfterScript = Reply.WithStatus(429, """{"error":{}}""").WithHeader("Retry-After", "3").WithHeader("Set-Cookie", "a=b").WithHeader("Set-Cookie", "c=d");
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent("""{"a":1}""", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer of the caller");
        request.Headers.TryAddWithoutValidation("X-Own", "1");
        request.Headers.TryAddWithoutValidation("Cookie", "k=v");

        using var answer = await _caller.SendAsync(request, Cancellation);

        Assert.Equal((429, """{"error":{}}"""), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
        Assert.Equal(["a=b", "c=d"], answer.Headers.GetValues("set-cookie"));
        Assert.Equal("3", answer.Headers.GetValues("retry-after").Single());
        var sent = Assert.Single(_server.AllRequests);
        Assert.Equal(("POST", "/v1/responses", """{"a":1}"""), (sent.Method, sent.Target, sent.Text));
        Assert.Equal(
            ("Bearer sk-own", "1", "k=v", "application/json; charset=utf-8", "7", $"127.0.0.1:{_server.Port}"),
            (sent.Header("authorization"), sent.Header("x-own"), sent.Header("cookie"), sent.Header("content-type"), sent.Header("content-length"), sent.Header("host")));
    }

    [Theory]
    [InlineData("GET", "/v1/responses")]
    [InlineData("POST", "/v1/responses?x=1")]
    [InlineData("POST", "/v1/responses/")]
    [InlineData("POST", "/v1/other")]
    [InlineData("GET", "/shutdown")]
    [InlineData("DELETE", "/v1/responses/resp_1")]
    public async Task Everything_else_is_forbidden(string method, string target)
    {
        Start();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Address, target)) { Content = method == "POST" ? new StringContent("{}") : null };

        using var answer = await _caller.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(_server.AllRequests);
    }

    [Fact]
    public async Task A_piece_of_an_answer_arrives_before_the_next_one_is_sent()
    {
        Start();
        var goOn = new TaskCompletionSource();
        _server.AfterScript = Reply.Raw("data: 1\n\n").Then(new ReplyStep.WaitFor(goOn.Task), new ReplyStep.Write("data: 2\n\n"u8.ToArray()));
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent("{}") };

        using var answer = await _caller.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancellation));
        var first = await reader.ReadLineAsync(Cancellation);
        goOn.SetResult();

        Assert.Equal(("data: 1", "\ndata: 2\n\n"), (first, await reader.ReadToEndAsync(Cancellation)));
    }

    [Fact]
    public async Task A_piece_of_a_request_goes_up_before_the_next_one_is_there()
    {
        using var above = new TcpListener(IPAddress.Loopback, 0);
        above.Start();
        Start(new Uri($"http://{above.LocalEndpoint}/v1/responses"));
        using var caller = await ConnectAsync("POST /v1/responses HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");

        using var socket = await above.AcceptSocketAsync(Cancellation);

        Assert.EndsWith("\r\n\r\n5\r\nhello\r\n", await ReadUntilAsync(socket, "hello\r\n"), StringComparison.Ordinal);
        await caller.SendAsync("0\r\n\r\n"u8.ToArray(), Cancellation);
        Assert.Equal("0\r\n\r\n", await ReadUntilAsync(socket, "0\r\n\r\n"));
    }

    [Fact]
    public async Task A_caller_that_waits_is_asked_for_its_body_and_may_send_another_request()
    {
        Start();
        _server.AfterScript = Reply.WithStatus(200, "done");
        using var caller = await ConnectAsync("POST /v1/responses HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");

        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", await ReadUntilAsync(caller, "\r\n\r\n"));
        await caller.SendAsync("{}"u8.ToArray(), Cancellation);
        Assert.Contains("HTTP/1.1 200 OK\r\n", await ReadUntilAsync(caller, "done"), StringComparison.Ordinal);
        await caller.SendAsync("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabcPOST /v1/responses HTTP/1.0\r\n\r\n"u8.ToArray(), Cancellation);

        var rest = await ReadUntilAsync(caller, "done");
        Assert.StartsWith("HTTP/1.1 403 Forbidden\r\n", rest, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\nHTTP/1.1 200 OK\r\n", rest, StringComparison.Ordinal);
        Assert.Equal(["{}", ""], _server.AllRequests.Select(request => request.Text));
    }

    [Theory]
    [InlineData("GARBAGE\r\n\r\n")]
    [InlineData("POST /v1/responses HTTP/1.1\r\nno colon\r\n\r\n")]
    [InlineData("POST /v1/responses HTTP/1.1\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /v1/responses HTTP/2\r\n\r\n")]
    public async Task What_is_no_request_is_refused(string text)
    {
        Start();
        using var caller = await ConnectAsync(text);

        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", await ReadUntilAsync(caller, "\r\n\r\n"), StringComparison.Ordinal);
        Assert.Empty(_server.AllRequests);
    }

    [Fact]
    public async Task A_head_without_an_end_is_refused()
    {
        Start();
        using var caller = await ConnectAsync("POST /v1/responses HTTP/1.1\r\nA: " + new string('a', 64 * 1024));

        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", await ReadUntilAsync(caller, "\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_told_without_the_key()
    {
        using (var nobody = new TcpListener(IPAddress.Loopback, 0))
        {
            nobody.Start();
            Start(new Uri($"http://{nobody.LocalEndpoint}/v1/responses"));
        }

        using var answer = await _caller.PostAsync(Address, new StringContent("{}"), Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(["forwarding error: forwarding request to upstream"], _reports);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_breaks_the_callers_connection_and_its_dump_has_what_came()
    {
        Start(dumps: true);
        _server.AfterScript = Reply.Raw("data: 1\n\n").Then(new ReplyStep.Close());

        await Assert.ThrowsAnyAsync<HttpRequestException>(async () => await _caller.PostAsync(Address, new StringContent("{}"), Cancellation));

        await StopAsync();
        Assert.Contains("\"body\": \"data: 1\\n\\n\"", File.ReadAllText(Assert.Single(Dumps("response"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dumps_hold_bodies_and_headers_but_no_secrets()
    {
        Start(dumps: true);
        _server.AfterScript = Reply.WithStatus(200, """{"ok":true}""").WithHeader("Set-Cookie", "secret-1");
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent("""{"a":[1,2.50]}""") };
        request.Headers.TryAddWithoutValidation("Authorization", "secret-2");
        request.Headers.TryAddWithoutValidation("Cookie", "secret-3");

        using (await _caller.SendAsync(request, Cancellation))
            await StopAsync();

        var (sent, answered) = (File.ReadAllText(Assert.Single(Dumps("request"))), File.ReadAllText(Assert.Single(Dumps("response"))));
        Assert.DoesNotContain("secret", sent + answered, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-own", sent + answered, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(sent);
        Assert.Equal(["method", "url", "headers", "body"], json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2.50", json.RootElement.GetProperty("body").GetProperty("a")[1].GetRawText());
        Assert.Contains("\"status\": 200", answered, StringComparison.Ordinal);
        Assert.All(Dumps(""), static path => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(path).UnixFileMode));
    }

    [Fact]
    public async Task A_request_for_the_end_ends_it_where_that_is_allowed()
    {
        Start(shutdown: true);

        using var answer = await _caller.GetAsync(new Uri(Address, "/shutdown"), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await _running.WaitAsync(Cancellation);
    }

    [Fact]
    public async Task A_redirection_is_the_callers_business()
    {
        Start();
        _server.AfterScript = Reply.WithStatus(302).WithHeader("Location", "http://elsewhere.invalid/");
        using var caller = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        using var answer = await caller.PostAsync(Address, new StringContent("{}"), Cancellation);

        Assert.Equal((302, "http://elsewhere.invalid/"), ((int)answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Single(_server.AllRequests);
    }

    [Fact]
    public void A_port_that_is_taken_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var exception = Assert.Throws<RelayException>(() => ResponsesRelay.Start(Options(_server.BaseUri, port: port)));

        Assert.Equal(($"failed to bind 127.0.0.1:{port}", "Address in use (os error 98)"), (exception.Message, exception.Cause));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _relay?.Dispose();
        _end.Dispose();
        _caller.Dispose();
        await _server.DisposeAsync();
        _directory.Dispose();
    }

    private void Start(Uri? upstream = null, bool dumps = false, bool shutdown = false)
    {
        _relay = ResponsesRelay.Start(Options(upstream ?? new Uri(_server.BaseUri, "/v1/responses"), dumps) with { AllowsShutdown = shutdown });
        _running = _relay.RunAsync(_end.Token);
    }

    private async Task StopAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAny(_running);
    }

    private RelayOptions Options(Uri upstream, bool dumps = false, int? port = null) => new()
    {
        Upstream = upstream,
        Authorization = new Secret("Bearer sk-own"),
        Port = port,
        DumpDirectory = dumps ? _directory["dumps"] : null,
        Time = TimeProvider.System,
        CreateHandler = () => HttpHandlerFactory.Create(TestEnvironment.With()),
        Report = _reports.Add,
    };

    private string[] Dumps(string kind) => Directory.GetFiles(_directory["dumps"], $"000001-*{kind}.json");

    private async Task<Socket> ConnectAsync(string text)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, _relay!.Port, Cancellation);
        await socket.SendAsync(Encoding.ASCII.GetBytes(text), Cancellation);
        return socket;
    }

    private static async Task<string> ReadUntilAsync(Socket socket, string end)
    {
        var text = "";
        var buffer = new byte[4096];
        while (!text.EndsWith(end, StringComparison.Ordinal))
        {
            var count = await socket.ReceiveAsync(buffer, Cancellation);
            Assert.NotEqual(0, count);
            text += Encoding.ASCII.GetString(buffer, 0, count);
        }

        return text;
    }
}
