using System.Text;
using System.Text.Json;

namespace Codex.ExecServer.Tests.Server;

public sealed class ServerProcessTests
{
    [Fact]
    public async Task Numbers_have_no_gaps_and_the_last_one_closes()
    {
        await using var server = new ServerFixture();
        var client = await server.ConnectAsync();

        await client.StartAsync("a", "echo one; read x < /dev/null; echo two >&2; exit 3");
        var closed = await client.HearAsync("process/closed");

        var state = (await client.AskAsync("process/read", """{"processId":"a"}""")).GetProperty("result");
        Assert.Equal(["stdout:one\n", "stderr:two\n"], Chunks(state));
        Assert.Equal([1, 2], state.GetProperty("chunks").EnumerateArray().Select(static chunk => chunk.GetProperty("seq").GetInt32()));
        Assert.Equal(3, state.GetProperty("exitCode").GetInt32());
        Assert.Equal(4, closed.GetProperty("params").GetProperty("seq").GetInt32());
    }

    [Fact]
    public async Task A_name_is_taken_until_half_a_minute_after_the_end()
    {
        await using var server = new ServerFixture();
        var client = await server.ConnectAsync();
        await client.StartAsync("a", "true");
        await client.HearAsync("process/closed");

        Assert.Equal("process a already exists", HandshakeTests.ErrorOf(await client.StartAsync("a", "true")));
        await WaitAsync(async () =>
        {
            server.Clock.Advance(TimeSpan.FromSeconds(31));
            return (await client.AskAsync("process/read", """{"processId":"a"}""")).TryGetProperty("error", out _);
        });
        Assert.True((await client.StartAsync("a", "true")).TryGetProperty("result", out _));
    }

    [Fact]
    public async Task Only_the_latest_megabyte_is_kept()
    {
        await using var server = new ServerFixture();
        var client = await server.ConnectAsync();

        await client.StartAsync("a", "head -c 3000000 /dev/zero");
        await client.HearAsync("process/closed");

        var chunks = (await client.AskAsync("process/read", """{"processId":"a"}""")).GetProperty("result").GetProperty("chunks");
        Assert.InRange(chunks.EnumerateArray().Sum(static chunk => chunk.GetProperty("chunk").GetBytesFromBase64().Length), 900_000, 1024 * 1024);
        Assert.True(chunks[0].GetProperty("seq").GetInt32() > 1);
    }

    [Fact]
    public async Task Input_reaches_a_process_and_its_terminal()
    {
        await using var server = new ServerFixture();
        var client = await server.ConnectAsync();
        await client.StartAsync("a", "read line; echo got $line; stty size", "\"tty\":true");

        var status = await client.AskAsync("process/write", """{"processId":"a","chunk":"aGkK"}""");
        await client.HearAsync("process/closed");

        Assert.Equal("accepted", status.GetProperty("result").GetProperty("status").GetString());
        var state = (await client.AskAsync("process/read", """{"processId":"a"}""")).GetProperty("result");
        Assert.Equal("hi\r\ngot hi\r\n24 80\r\n", string.Concat(Chunks(state)).Replace("pty:", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wait_ends_with_the_first_news()
    {
        await using var server = new ServerFixture();
        var client = await server.ConnectAsync();
        await client.StartAsync("a", "read line; echo $line", "\"tty\":false,\"pipeStdin\":true");
        await client.SendAsync("""{"id":-5,"method":"process/write","params":{"processId":"a","chunk":"aGkK"}}""");

        var state = (await client.AskAsync("process/read", """{"processId":"a","waitMs":100000}""")).GetProperty("result");

        Assert.Equal(["stdout:hi\n"], Chunks(state));
    }

    [Fact]
    public async Task Ending_a_process_ends_its_descendants()
    {
        await using var server = new ServerFixture();
        var client = await server.ConnectAsync();
        await client.StartAsync("a", "sleep 1000 & setsid sleep 1000 & echo started; sleep 1000");
        await client.HearAsync("process/output");

        Assert.True((await client.AskAsync("process/terminate", """{"processId":"a"}""")).GetProperty("result").GetProperty("running").GetBoolean());

        // The stream closes only when the last of them is gone.
        Assert.Equal(-1, (await client.HearAsync("process/exited")).GetProperty("params").GetProperty("exitCode").GetInt32());
        await client.HearAsync("process/closed");
    }

    [Fact]
    public async Task The_environment_is_the_clients_or_what_a_policy_leaves_of_the_servers()
    {
        await using var server = new ServerFixture();
        var client = await server.ConnectAsync();
        await client.StartAsync("a", "env", "\"tty\":false");
        await client.HearAsync("process/closed");
        await client.StartAsync("b", "env", "\"tty\":false,\"envPolicy\":{\"inherit\":\"all\",\"ignoreDefaultExcludes\":false,\"exclude\":[],\"set\":{\"X\":\"1\"},\"includeOnly\":[]}");
        await client.HearAsync("process/closed");

        Assert.DoesNotContain("OWN=server", Lines(await client.AskAsync("process/read", """{"processId":"a"}""")));
        var inherited = Lines(await client.AskAsync("process/read", """{"processId":"b"}"""));
        Assert.Contains("OWN=server", inherited);
        Assert.Contains("X=1", inherited);
        Assert.DoesNotContain("SECRET_KEY=s", inherited);
    }

    [Fact]
    public async Task A_lost_session_is_resumed_with_its_processes_or_ends_after_ten_seconds()
    {
        await using var server = new ServerFixture();
        var first = server.Connect();
        var id = await first.IntroduceAsync();
        await first.StartAsync("a", "read line; echo got $line; sleep 1000", "\"tty\":false,\"pipeStdin\":true");
        var intruder = server.Connect();
        Assert.Equal(
            $"session {id} is already attached to another connection",
            HandshakeTests.ErrorOf(await intruder.AskAsync("initialize", $$"""{"clientName":"t","resumeSessionId":"{{id}}"}""")));
        first.EndInput();
        await first.Served;

        var second = server.Connect();
        Assert.Equal(id, await second.IntroduceAsync(id));
        await second.AskAsync("process/write", """{"processId":"a","chunk":"aGkK"}""");
        Assert.Equal("Z290IGhpCg==", (await second.HearAsync("process/output")).GetProperty("params").GetProperty("chunk").GetString());
        second.EndInput();
        await second.Served;

        server.Clock.Advance(TimeSpan.FromSeconds(10));
        var third = server.Connect();
        await WaitAsync(async () =>
            HandshakeTests.ErrorOf(await third.AskAsync("initialize", $$"""{"clientName":"t","resumeSessionId":"{{id}}"}""")) == $"unknown session id {id}");
    }

    [Fact]
    public async Task Nothing_outlives_the_server()
    {
        var server = new ServerFixture();
        var client = await server.ConnectAsync();
        var mark = Path.Combine(server.Directory, "pid");
        await client.StartAsync("a", $"sleep 1000 & echo $! > {mark}; echo up; sleep 1000");
        await client.HearAsync("process/output");
        var descendant = int.Parse(await File.ReadAllTextAsync(mark, TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);

        await server.DisposeAsync();

        await WaitAsync(() => Task.FromResult(!File.Exists($"/proc/{descendant}/exe") || new FileInfo($"/proc/{descendant}/exe").LinkTarget is null));
    }

    private static IEnumerable<string> Chunks(JsonElement state) => state.GetProperty("chunks").EnumerateArray()
        .Select(static chunk => $"{chunk.GetProperty("stream").GetString()}:{Encoding.UTF8.GetString(chunk.GetProperty("chunk").GetBytesFromBase64())}");

    private static string[] Lines(JsonElement answer) => string.Concat(answer.GetProperty("result").GetProperty("chunks").EnumerateArray()
        .Select(static chunk => Encoding.UTF8.GetString(chunk.GetProperty("chunk").GetBytesFromBase64()))).Split('\n');

    private static async Task WaitAsync(Func<Task<bool>> isDone)
    {
        while (!await isDone())
            await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
    }
}
