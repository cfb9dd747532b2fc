namespace Codex.ExecServer.Tests.Server;

public sealed class HandshakeTests
{
    [Fact]
    public async Task Nothing_is_done_before_both_steps_of_the_handshake()
    {
        await using var server = new ServerFixture();
        var client = server.Connect();

        Assert.Equal("client must call initialize before using exec methods", ErrorOf(await client.StartAsync("a", "true")));
        Assert.True((await client.AskAsync("initialize", """{"clientName":"t"}""")).TryGetProperty("result", out _));
        Assert.Equal("client must send initialized before using exec methods", ErrorOf(await client.StartAsync("a", "true")));
        Assert.Equal("initialize may only be sent once per connection", ErrorOf(await client.AskAsync("initialize", """{"clientName":"t"}""")));
    }

    [Theory]
    [InlineData("""{"method":"surprise"}""")]
    [InlineData("""{"id":1,"result":{}}""")]
    [InlineData("""{"id":1,"error":{"code":1,"message":"x"}}""")]
    public async Task Who_breaks_the_rules_is_left_without_an_answer(string message)
    {
        await using var server = new ServerFixture();
        var client = await server.ConnectAsync();

        await client.SendAsync(message);

        await client.Served;
        Assert.Null(await client.ReadAsync());
    }

    [Fact]
    public async Task What_cannot_be_read_is_answered_and_forgotten()
    {
        await using var server = new ServerFixture();
        var client = await server.ConnectAsync();

        await client.SendAsync("{");
        var answer = (await client.ReadAsync())!.Value;

        Assert.Equal(-1, answer.GetProperty("id").GetInt32());
        Assert.Equal(
            "failed to parse JSON-RPC message from exec-server stdio: EOF while parsing an object at line 1 column 1",
            ErrorOf(answer));
        Assert.Equal("exec-server stub does not implement `x` yet", ErrorOf(await client.AskAsync("x", "{}")));
    }

    [Fact]
    public async Task What_was_asked_before_the_end_of_input_is_answered()
    {
        await using var server = new ServerFixture();
        var client = await server.ConnectAsync();
        var path = Path.Combine(server.Directory, "file");

        await client.SendAsync($$$"""{"id":"w","method":"fs/writeFile","params":{"path":"{{{path}}}","dataBase64":"aGk="}}""");
        client.EndInput();

        Assert.Equal("w", (await client.ReadAsync())!.Value.GetProperty("id").GetString());
        Assert.Equal("hi", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    internal static string? ErrorOf(System.Text.Json.JsonElement answer) => answer.GetProperty("error").GetProperty("message").GetString();
}
