using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>
/// <c>codex responses-api-proxy</c> and <c>codex stdio-to-uds</c>. The test is the caller, or the peer; what it sees is noted in
/// a file of the workspace, which is compared.
/// </summary>
public sealed class RelayScenarios
{
    private static readonly string[] s_proxy =
    [
        "responses-api-proxy", "--server-info", "{ws}/new/info.json", "--http-shutdown", "--upstream-url", "http://127.0.0.1:{port}/v1/responses",
    ];

    [Fact]
    public Task Requests_are_passed_on_with_the_key() => BothPrograms.AgreeOnAsync(Proxy(
        [],
        "POST /v1/responses {\"a\":1}",
        "GET /v1/responses",
        "POST /v1/responses?x=1 {}",
        "POST /v1/other {}",
        "GET /v1/responses/resp_1",
        "DELETE /v1/responses",
        "POST /v1/responses {}") with
    {
        Script = static () => [Reply.Raw("data: 1\n\n"), Reply.WithStatus(429, """{"error":{"message":"slow"}}""").WithHeader("Retry-After", "3")],
    });

    [Fact]
    public Task Exchanges_are_dumped_without_secrets() => BothPrograms.AgreeOnAsync(Proxy(
        ["--dump-dir", "{ws}/dumps"], "POST /v1/responses {\"a\":[1,true,null,\"ü\"],\"b\":{\"c\":1.5}}", "POST /v1/responses {}", "GET /nowhere") with
    {
        Script = static () => [Reply.WithStatus(200, """{"ok":[]}""").WithHeader("set-cookie", "a=b"), Reply.Raw("data: é\n\n")],
    });

    [Fact]
    public async Task Nobody_answers_above()
    {
        var scenario = Proxy([], "POST /v1/responses {}") with
        {
            Script = static () => [Reply.Raw("").CutAfter(0, new ReplyStep.Reset()) with { IsHeadless = true }],
        };
        var call = scenario.Runs[0].During!;
        await BothPrograms.AgreeOnAsync(scenario with
        {
            Runs = [scenario.Runs[0] with { During = side => Task.WhenAll(call(side), side.Codex.WaitForErrorAsync("\nforwarding error: forwarding request to upstream\n", TestContext.Current.CancellationToken)) }],
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("two words\n")]
    public Task What_is_no_key_is_refused(string input) => BothPrograms.AgreeOnAsync(Refused(input), $"relay_key_{input.Trim()}{input.Length}");

    [Fact]
    public Task A_key_that_is_too_long_is_refused() => BothPrograms.AgreeOnAsync(Refused(new string('k', 1017)));

    [Theory]
    [InlineData("nowhere")]
    [InlineData("http://")]
    [InlineData("unix:/path")]
    public Task An_address_that_is_none_is_refused(string address) => BothPrograms.AgreeOnAsync(Refused("sk-1", "--upstream-url", address), $"relay_address_{address}");

    [Theory]
    [InlineData("--dump-dir")]
    [InlineData("--server-info")]
    public Task A_place_that_cannot_be_written_is_refused(string option) =>
        BothPrograms.AgreeOnAsync(Refused("sk-1", option, "/proc/nowhere/x"), $"relay_place_{option}");

    [Fact]
    public async Task A_port_that_is_taken_is_refused()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await BothPrograms.AgreeOnAsync(Refused("sk-1", "--port", ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public Task A_socket_is_connected_with_both_standard_streams() => BothPrograms.AgreeOnAsync(Socket("{ws}/s", "hello", static async peer =>
    {
        var received = await ReadToEndAsync(peer);
        await peer.SendAsync("answer"u8.ToArray());
        return received;
    }));

    [Fact]
    public Task A_socket_that_ends_at_once() => BothPrograms.AgreeOnAsync(Socket("{ws}/s", "", static async peer =>
    {
        await peer.SendAsync("bye"u8.ToArray());
        return await ReadToEndAsync(peer);
    }));

    [Theory]
    [InlineData("{ws}/none")]
    [InlineData("{ws}/none/below")]
    [InlineData("/etc/passwd/below")]
    [InlineData("/etc/passwd")]
    [InlineData("{ws}/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public Task There_is_no_socket(string path) => BothPrograms.AgreeOnAsync(Socket(path, "hello", peer: null), $"socket_{path}");

    [Fact]
    public Task The_socket_of_a_server_is_connected() => BothPrograms.AgreeOnAsync(Socket(
        "{ws}/s",
        "hello",
        static async peer =>
        {
            var received = await ReadToEndAsync(peer);
            await peer.SendAsync("answer"u8.ToArray());
            return received;
        },
        "app-server",
        "proxy",
        "--sock"));

    [Theory]
    [InlineData("app-server|proxy")]
    [InlineData("app-server|proxy|--sock|{ws}/none")]
    [InlineData("app-server|proxy|--sock|none")]
    public Task No_server_runs(string words) => BothPrograms.AgreeOnAsync(
        new Scenario { Runs = [new Invocation { Arguments = words.Split('|') }.WithInput("hello")] }, $"socket_{words}");

    private static Scenario Refused(string input, params string[] options) => new()
    {
        Runs = [new Invocation { Arguments = ["responses-api-proxy", .. options] }.WithInput(input)],
    };

    // The port is another one in each run: what is told about it is checked here.
    private static Scenario Proxy(string[] options, params string[] requests) => new()
    {
        Runs = [new Invocation { Arguments = [.. s_proxy, .. options], During = side => CallAsync(side, requests) }.WithInput("sk-own\n")],
        ComparesAllRequests = true,
        Without = [Facet.Error],
    };

    private static async Task CallAsync(LiveSide side, string[] requests)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await side.Codex.WaitForErrorAsync("responses-api-proxy listening on 127.0.0.1:", cancellation);
        using var info = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(side.Workspace, "new/info.json"), cancellation));
        Assert.Equal(["port", "pid"], info.RootElement.EnumerateObject().Select(static member => member.Name));
        var port = info.RootElement.GetProperty("port").GetInt32();
        await side.Codex.WaitForErrorAsync($"responses-api-proxy listening on 127.0.0.1:{port}\n", cancellation);
        using var caller = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var notes = new List<string>();
        foreach (var request in requests)
            notes.Add($"{request}: {await SendAsync(caller, request)}");
        notes.Add(await SendAsync(caller, "GET /shutdown"));
        await File.WriteAllLinesAsync(Path.Combine(side.Workspace, "notes"), notes, cancellation);
        await File.WriteAllTextAsync(Path.Combine(side.Workspace, "new/info.json"), "", cancellation);
        Normalize(Path.Combine(side.Workspace, "dumps"), port);
    }

    private static async Task<string> SendAsync(HttpClient caller, string line)
    {
        var words = line.Split(' ', 3);
        using var request = new HttpRequestMessage(new HttpMethod(words[0]), words[1]) { Content = words.Length > 2 ? new StringContent(words[2]) : null };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer of the caller");
        request.Headers.TryAddWithoutValidation("X-Own", "1");
        request.Headers.TryAddWithoutValidation("Cookie", "k=v");
        using var answer = await caller.SendAsync(request, TestContext.Current.CancellationToken);
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(static header => header.Key is not ("Date" or "Server" or "Transfer-Encoding"))
            .Select(static header => $"{header.Key}={string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
        return $"{(int)answer.StatusCode} {string.Join(' ', headers)} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
    }

    // Names carry a time; the order of headers belongs to HTTP libraries; the modes differ on purpose (RELAY-2).
    private static void Normalize(string directory, int port)
    {
        if (!Directory.Exists(directory))
            return;
        foreach (var path in Directory.GetFiles(directory).Order(StringComparer.Ordinal))
        {
            var parts = Path.GetFileName(path).Split('-');
            Assert.Equal((3, 6, 13), (parts.Length, parts[0].Length, parts[1].Length));
            var text = File.ReadAllText(path).Replace($"127.0.0.1:{port}", "<relay>", StringComparison.Ordinal);
            var sorted = text.Split('\n').Order(StringComparer.Ordinal);
            File.WriteAllText(Path.Combine(directory, $"{parts[0]}-{parts[2]}"), string.Join('\n', [.. text.Split('\n').Where(static line => !line.Contains("\"name\"", StringComparison.Ordinal) && !line.Contains("\"value\"", StringComparison.Ordinal)), .. sorted]));
            File.Delete(path);
        }
    }

    private static Scenario Socket(string path, string input, Func<Socket, Task<string>>? peer, params string[] command)
    {
        var listeners = new Dictionary<string, Socket>();
        return new Scenario
        {
            Runs =
            [
                new Invocation
                {
                    Arguments = command is [] ? ["stdio-to-uds", path] : [.. command, path],
                    Before = (workspace, _) => listeners[workspace] = Listen(Path.Combine(workspace, "s")),
                    During = async side =>
                    {
                        using var listener = listeners[side.Workspace];
                        if (peer is not null)
                        {
                            using var socket = await listener.AcceptAsync(TestContext.Current.CancellationToken);
                            await File.WriteAllTextAsync(Path.Combine(side.Workspace, "received"), await peer(socket));
                        }

                        File.Delete(Path.Combine(side.Workspace, "s"));
                    },
                }.WithInput(input),
            ],
        };
    }

    private static Socket Listen(string path)
    {
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        return listener;
    }

    private static async Task<string> ReadToEndAsync(Socket socket)
    {
        using var reader = new StreamReader(new NetworkStream(socket, ownsSocket: false), Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
