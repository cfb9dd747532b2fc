using System.Text;
using Codex.Backend.Replay;
using Codex.Backend.Responses;
using Codex.Backend.Tests.Responses;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Backend.Tests.Replay;

public sealed class ReplayTests
{
    private const string User = """{"type":"message","role":"user","content":[{"type":"input_text","text":"anything"}]}""";
    private const string Call = """{"type":"function_call","name":"exec_command","arguments":"{}","call_id":"c1"}""";

    private static readonly ReplayOptions s_options = new()
    {
        Environment = TestEnvironment.With() with { HomeDirectory = "/home/me" },
        Time = TimeProvider.System,
        WorkingDirectory = "/home/me/work",
        Secrets = ["sk-secret"],
    };

    [Fact]
    public async Task The_embedded_cassette_runs_a_command_applies_a_patch_and_answers()
    {
        var client = new ReplayModelClient(Cassette.Default(), s_options);

        var first = await AnswerAsync(client, User);
        var second = await AnswerAsync(client, [User, .. first, Output("call_replay_1", "first line\\nsecond line\\n")]);
        var third = await AnswerAsync(client, [User, .. first, Output("call_replay_1", "first line\\nsecond line\\n"), .. second, """
            {"type":"custom_tool_call_output","call_id":"call_replay_2","output":"Exit code: 0\nWall time: 0.7 seconds\nOutput:\nSuccess. Updated the following files:\nM replay-notes.txt\n"}
            """]);

        Assert.Contains("exec_command", first[^1], StringComparison.Ordinal);
        Assert.Contains("*** Begin Patch", second[^1], StringComparison.Ordinal);
        Assert.Contains("final_answer", Assert.Single(third), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_differs_is_an_error_that_says_where()
    {
        const string Call = """{"type":"function_call","name":"exec_command","arguments":"{}","call_id":"call_1"}""";
        var client = new ReplayModelClient(
            Read(
                """{"request":{}}""",
                """{"event":{"type":"response.output_item.done","item":""" + Call + "}}",
                """{"event":{"type":"response.completed","response":{"id":"r1"}}}""",
                """{"request":{"items":[{"type":"function_call","name":"exec_command"},{"type":"function_call_output","call_id":"call_1","output":"Chunk ID: #\nWall time: # seconds\nProcess exited with code 0\nOriginal token count: 6\nOutput:\nfirst line\n"}]}}""",
                """{"event":{"type":"response.completed","response":{"id":"r2"}}}"""),
            s_options);
        var first = await AnswerAsync(client, User);

        var failure = await Assert.ThrowsAsync<ModelException>(() => AnswerAsync(client, [User, .. first, Output("call_1", "no such file\\n")]));

        Assert.Equal(
            "replay cassette test, exchange 2: item 2 after the user message was recorded as function_call_output for call_1 " +
            "\"Chunk ID: #\\nWall time: # seconds\\nProcess exited with code 0\\nOriginal token count: 6\\nOutput:\\nfirst line\\n\" and is now " +
            "function_call_output for call_1 \"Chunk ID: #\\nWall time: # seconds\\nProcess exited with code 0\\nOriginal token count: 6\\nOutput:\\nno such file\\n\"",
            failure.Message);
        Assert.Equal((ModelFailure.ReplayMismatch, false), (failure.Failure, failure.Retryable));
    }

    [Fact]
    public async Task A_request_beyond_the_last_exchange_is_an_error()
    {
        var client = new ReplayModelClient(Read("""{"request":{}}""", """{"event":{"type":"response.completed","response":{"id":"r"}}}"""), s_options);
        await AnswerAsync(client, User);

        var failure = await Assert.ThrowsAsync<ModelException>(() => AnswerAsync(client, User));

        Assert.Equal("replay cassette test, exchange 2: the cassette ends after exchange 1", failure.Message);
    }

    [Fact]
    public async Task Missing_and_additional_items_are_named()
    {
        var additional = await Assert.ThrowsAsync<ModelException>(() => AnswerAsync(new ReplayModelClient(Read("""{"request":{}}"""), s_options), User, Call));
        var missing = await Assert.ThrowsAsync<ModelException>(
            () => AnswerAsync(new ReplayModelClient(Read("""{"request":{"items":[{"type":"reasoning"}]}}"""), s_options), User));

        Assert.EndsWith("item 1 after the user message was recorded as nothing and is now function_call exec_command", additional.Message, StringComparison.Ordinal);
        Assert.EndsWith("item 1 after the user message was recorded as reasoning and is now nothing", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exchange_that_was_cut_short_replays_as_a_broken_stream()
    {
        var client = new ReplayModelClient(Read("""{"request":{}}""", """{"event":{"type":"response.created","response":{"id":"r"}}}"""), s_options);

        var failure = await Assert.ThrowsAsync<ModelException>(() => AnswerAsync(client, User));

        Assert.True(failure.Retryable);
    }

    [Theory]
    [InlineData("", 1, "it is empty")]
    [InlineData("{}", 1, "the first line must be {\"codex_cassette\":1}")]
    [InlineData("{\"codex_cassette\":2}", 1, "version 2 is not known")]
    [InlineData("{\"codex_cassette\":1}\n\n{\"event\":{}}", 3, "expected a request or one of its events")]
    [InlineData("{\"codex_cassette\":1}\nnonsense", 2, "")]
    public void A_broken_cassette_names_its_line(string text, int line, string why)
    {
        using var directory = new TempDirectory();
        var path = directory.Write("broken.jsonl", text);

        var failure = Assert.Throws<CassetteException>(() => Cassette.Load(path));

        Assert.StartsWith($"replay cassette {path}, line {line}: {why}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_cassette_must_exist()
    {
        var options = s_options with { Environment = TestEnvironment.With((ReplayOptions.CassetteVariable, "none.jsonl")) };

        Assert.StartsWith("cannot read replay cassette /none.jsonl: ", Assert.Throws<CassetteException>(() => options.Cassette()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recorded_conversation_replays_and_holds_no_secret()
    {
        using var directory = new TempDirectory();
        var path = directory["tape.jsonl"];
        var command = OutputItem.Exec("c1", "echo sk-secret");
        var reasoning = OutputItem.Reasoning("rs_1", "thinking");
        await using var server = new FakeResponsesServer(Model.Produces(reasoning, command), Model.Streams("all ", "done"));
        using var live = Clients.Create(Clients.Endpoint(server), observer: CassetteRecorder.Create(path, s_options));
        string[] outputs = [Output("c1", "in /home/me/work: sk-secret\\n"), Output("c1", "in /elsewhere: sk-secret\\n")];

        var first = await AnswerAsync(live, User);
        var second = await AnswerAsync(live, [User, .. first, outputs[0]]);

        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("sk-secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ZW5jcnlwdGVk", text, StringComparison.Ordinal);
        Assert.Contains("in $CWD: [redacted]", text, StringComparison.Ordinal);
        var elsewhere = new ReplayModelClient(Cassette.Load(path), s_options with { WorkingDirectory = "/elsewhere", Secrets = ["sk-secret"] });
        var replayed = await AnswerAsync(elsewhere, User);
        Assert.Equal(first.Count, replayed.Count);
        Assert.Equal(second, await AnswerAsync(elsewhere, [User, .. replayed, outputs[1]]));
    }

    [Fact]
    public void Recording_never_overwrites()
    {
        using var directory = new TempDirectory();
        var path = directory.Write("tape.jsonl", "mine");

        Assert.ThrowsAny<IOException>(() => CassetteRecorder.Create(path, s_options));
    }

    private static Cassette Read(params string[] lines) =>
        CassetteReader.Read("test", Encoding.UTF8.GetBytes("{\"codex_cassette\":1}\n" + string.Join('\n', lines)));

    private static string Output(string callId, string text) =>
        $$"""{"type":"function_call_output","call_id":"{{callId}}","output":"Chunk ID: abc123\nWall time: 0.1234 seconds\nProcess exited with code 0\nOriginal token count: 6\nOutput:\n{{text}}"}""";

    private static async Task<List<string>> AnswerAsync(IModelClient client, params string[] input)
    {
        var items = new List<string>();
        var request = Requests.Simple with { Input = [.. input.Select(Requests.Json)] };
        await foreach (var modelEvent in client.StreamAsync(request, TestContext.Current.CancellationToken))
        {
            if (modelEvent is ModelEvent.OutputItemDone done)
                items.Add(System.Text.Json.JsonSerializer.Serialize(done.Item, Codex.Protocol.EngineJson.Default.ResponseItem));
        }

        return items;
    }
}
