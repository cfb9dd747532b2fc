using System.Net;
using System.Net.WebSockets;
using System.Text;
using Codex.ExecServer.Server.Listening;

namespace Codex.ExecServer.Tests.Server;

public sealed class ListenerTests
{
    [Theory]
    [InlineData("stdio", null)]
    [InlineData("stdio://", null)]
    [InlineData("ws://127.0.0.1:0", "127.0.0.1:0")]
    [InlineData("ws://[::1]:80", "[::1]:80")]
    public void Addresses_are_ports_or_the_standard_streams(string text, string? expected) =>
        Assert.Equal(expected, ListenAddress.Parse(text).WebSocket?.ToString());

    [Theory]
    [InlineData("http://x", "unsupported --listen URL `http://x`; expected `ws://IP:PORT` or `stdio`")]
    [InlineData("ws://localhost:80", "invalid websocket --listen URL `ws://localhost:80`; expected `ws://IP:PORT`")]
    [InlineData("ws://127.0.0.1", "invalid websocket --listen URL `ws://127.0.0.1`; expected `ws://IP:PORT`")]
    [InlineData("ws://", "invalid websocket --listen URL `ws://`; expected `ws://IP:PORT`")]
    public void What_is_no_address_is_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => ListenAddress.Parse(text)).Message);

    [Fact]
    public async Task Clients_speak_in_messages_of_any_size_and_kind()
    {
        await using var server = new ServerFixture();
        using var listener = server.Host.Listen(new IPEndPoint(IPAddress.Loopback, 0));
        using var end = new CancellationTokenSource();
        var running = listener.RunAsync(end.Token);
        using var client = new ClientWebSocket();
        await client.ConnectAsync(new Uri(listener.Url), end.Token);

        foreach (var kind in (WebSocketMessageType[])[WebSocketMessageType.Text, WebSocketMessageType.Binary])
        {
            var message = Encoding.UTF8.GetBytes($$"""{"id":1,"method":"x","params":"{{new string('a', 3_000_000)}}"}""");
            await client.SendAsync(message, kind, endOfMessage: true, end.Token);
            Assert.Equal("""{"error":{"code":-32601,"message":"exec-server stub does not implement `x` yet"},"id":1}""", await ReadAsync(client));
        }

        await end.CancelAsync();
        await running;
    }

    [Fact]
    public async Task Web_pages_are_refused_and_the_readiness_can_be_asked_for()
    {
        await using var server = new ServerFixture();
        using var listener = server.Host.Listen(new IPEndPoint(IPAddress.Loopback, 0));
        using var end = new CancellationTokenSource();
        var running = listener.RunAsync(end.Token);
        using var http = new HttpClient { BaseAddress = new Uri(listener.Url.Replace("ws:", "http:", StringComparison.Ordinal)) };

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/readyz", end.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/other", end.Token)).StatusCode);
        Assert.Equal("Connection header did not include 'upgrade'", await (await http.GetAsync("/", end.Token)).Content.ReadAsStringAsync(end.Token));
        http.DefaultRequestHeaders.Add("Origin", "https://example.com");
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/readyz", end.Token)).StatusCode);
        using var page = new ClientWebSocket();
        page.Options.SetRequestHeader("Origin", "https://example.com");
        await Assert.ThrowsAsync<WebSocketException>(() => page.ConnectAsync(new Uri(listener.Url), end.Token));

        await end.CancelAsync();
        await running;
    }

    private static async Task<string> ReadAsync(ClientWebSocket client)
    {
        var buffer = new byte[4096];
        var result = await client.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, result.Count);
    }
}
