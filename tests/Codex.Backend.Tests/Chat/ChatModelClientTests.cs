using System.Text.Json;
using Codex.Backend.Chat;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Backend.Tests.Responses;
using Codex.Protocol.Accounting;
using Codex.Protocol.Items;
using Codex.TestSupport.Http;

namespace Codex.Backend.Tests.Chat;

public sealed class ChatModelClientTests
{
    private const string Shell = """{"type":"function","name":"exec_command","description":"runs","strict":false,"parameters":{"type":"object","properties":{"cmd":{"type":"string"}}}}""";
    private const string Patch = """{"type":"custom","name":"apply_patch","description":"patches","format":{"type":"grammar","syntax":"lark","definition":"start: x"}}""";
    private const string Search = """{"type":"web_search"}""";

    [Fact]
    public async Task Text_arrives_as_a_message_with_its_deltas_and_the_tokens()
    {
        var events = await AskAsync(
            """{"id":"c1","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}""",
            """{"id":"c1","choices":[{"index":0,"delta":{"content":"He"}}]}""",
            "not json",
            """{"id":"c1","choices":[{"index":0,"delta":{"content":"llo"},"finish_reason":"stop"}]}""",
            """{"id":"c1","choices":[],"usage":{"prompt_tokens":10,"completion_tokens":3,"total_tokens":13,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":1}}}""",
            "[DONE]");

        Assert.Equal(
            [
                new ModelEvent.Created(),
                new ModelEvent.OutputTextDelta("He"),
                new ModelEvent.OutputTextDelta("llo"),
                new ModelEvent.Completed("c1", new TokenUsage { InputTokens = 10, CachedInputTokens = 4, OutputTokens = 3, ReasoningOutputTokens = 1, TotalTokens = 13 }, null),
            ],
            events.Where(static item => item is not (ModelEvent.RateLimits or ModelEvent.OutputItemAdded or ModelEvent.OutputItemDone)));
        Assert.Equal("Hello", Text(Assert.Single(events.OfType<ModelEvent.OutputItemDone>()).Item));
        Assert.IsType<MessageItem>(Assert.Single(events.OfType<ModelEvent.OutputItemAdded>()).Item);
    }

    [Theory]
    [InlineData("reasoning_content")]
    [InlineData("reasoning")]
    public async Task Reasoning_is_an_item_before_the_text(string member)
    {
        var events = await AskAsync(
            $$$"""{"id":"c","choices":[{"delta":{"{{{member}}}":"th"}}]}""",
            $$$"""{"id":"c","choices":[{"delta":{"{{{member}}}":"ink","content":null}}]}""",
            """{"id":"c","choices":[{"delta":{"content":"x"},"finish_reason":"stop"}]}""",
            "[DONE]");

        var items = events.OfType<ModelEvent.OutputItemDone>().Select(static done => done.Item).ToList();
        Assert.Equal("think", Assert.Single(Assert.IsType<ReasoningItem>(items[0]).Content!.Value).Text);
        Assert.Equal("x", Text(items[1]));
        Assert.Equal(2, events.OfType<ModelEvent.ReasoningTextDelta>().Count());
    }

    [Fact]
    public async Task Parallel_calls_are_put_together_and_freeform_tools_get_their_text()
    {
        var events = await AskAsync(
            """{"id":"c","choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"exec_command","arguments":""}}]}}]}""",
            """{"id":"c","choices":[{"delta":{"tool_calls":[{"index":1,"id":"b","function":{"name":"apply_patch","arguments":"{\"input\":\"*** Beg"}},{"index":0,"function":{"arguments":"{\"cmd\":"}}]}}]}""",
            """{"id":"c","choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"ls\"}"}},{"index":1,"function":{"arguments":"in\\n\"}"}}]}}]}""",
            """{"id":"c","choices":[{"delta":{},"finish_reason":"tool_calls"}]}""",
            "[DONE]");

        Assert.Equal(
            [new FunctionCallItem("exec_command", null, "{\"cmd\":\"ls\"}", "a"), new CustomToolCallItem(null, "b", "apply_patch", "*** Begin\n")],
            events.OfType<ModelEvent.OutputItemDone>().Select(static done => done.Item));
    }

    [Theory]
    [InlineData("""[{"id":"","function":{"name":"exec_command","arguments":{"cmd":"ls"}}}]""", "call_c_0", "{\"cmd\":\"ls\"}")]
    [InlineData("""[{"function":{"name":"exec_command"}}]""", "call_c_0", "{}")]
    [InlineData("""[{"id":"x","function":{"name":"exec_command","arguments":"{"}},{"function":{"arguments":"}"}}]""", "x", "{}")]
    public async Task Calls_of_careless_servers_are_understood(string calls, string id, string arguments)
    {
        var events = await AskAsync($$$"""{"id":"c","choices":[{"delta":{"tool_calls":{{{calls}}}},"finish_reason":"stop"}]}""");

        Assert.Equal(new FunctionCallItem("exec_command", null, arguments, id), Assert.Single(events.OfType<ModelEvent.OutputItemDone>()).Item);
        Assert.IsType<ModelEvent.Completed>(events[^1]);
    }

    [Theory]
    [InlineData("plain *** patch")]
    [InlineData("\"plain *** patch\"")]
    [InlineData("{\"input\":\"plain *** patch\",\"more\":1}")]
    public void Freeform_text_is_found_however_it_is_wrapped(string arguments) => Assert.Equal("plain *** patch", FreeformInput.Unpack(arguments));

    [Theory]
    [InlineData("""{"id":"c","choices":[{"delta":{"content":"x"},"finish_reason":"length"}]}""", ModelFailure.Stream, "stream disconnected before completion: Incomplete response returned, reason: max_output_tokens")]
    [InlineData("""{"id":"c","choices":[{"delta":{},"finish_reason":"content_filter"}]}""", ModelFailure.Stream, "stream disconnected before completion: Incomplete response returned, reason: content_filter")]
    [InlineData("""{"error":{"message":"boom","code":"x"}}""", ModelFailure.Stream, "stream disconnected before completion: boom")]
    [InlineData("""{"error":{"message":"long","code":"context_length_exceeded"}}""", ModelFailure.ContextWindow, "Codex ran out")]
    [InlineData("""{"id":"c","choices":[{"delta":{"content":"x"}}]}""", ModelFailure.Stream, "stream disconnected before completion: stream closed before response.completed")]
    public async Task Failures_inside_the_stream_are_those_of_other_streams(string chunk, ModelFailure failure, string message)
    {
        var error = await Assert.ThrowsAsync<ModelException>(() => AskAsync(chunk));

        Assert.Equal(failure, error.Failure);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "unexpected status 404 Not Found: no such model, url: URL/chat/completions", ModelFailure.UnexpectedStatus)]
    [InlineData(429, "exceeded retry limit, last status: 429 Too Many Requests", ModelFailure.RetryLimit)]
    public async Task Refused_requests_are_those_of_other_requests(int status, string message, ModelFailure failure)
    {
        await using var server = new FakeResponsesServer();
        server.Routes["POST /v1/chat/completions"] = Reply.WithStatus(status, """{"error":{"message":"no such model"}}""");

        var error = await Assert.ThrowsAsync<ModelException>(() => AskAsync(server, Request()));

        Assert.Equal((message.Replace("URL", server.BaseUri.ToString(), StringComparison.Ordinal), failure), (error.Message, error.Failure));
    }

    [Fact]
    public async Task A_conversation_becomes_messages()
    {
        var request = await SendAsync(Request(
            """{"type":"message","role":"developer","content":[{"type":"input_text","text":"rules"},{"type":"input_text","text":"more"}]}""",
            """{"type":"message","role":"user","content":[{"type":"input_text","text":"look"},{"type":"input_image","image_url":"data:image/png;base64,AA","detail":"high"}]}""",
            """{"type":"reasoning","summary":[],"content":[{"type":"reasoning_text","text":"hm"}],"encrypted_content":null}""",
            """{"type":"message","role":"assistant","content":[{"type":"output_text","text":"I run"}]}""",
            """{"type":"function_call","name":"exec_command","arguments":"{\"cmd\":\"ls\"}","call_id":"a"}""",
            """{"type":"custom_tool_call","call_id":"b","name":"apply_patch","input":"*** \"x\""}""",
            """{"type":"function_call_output","call_id":"a","output":[{"type":"input_text","text":"seen"},{"type":"input_image","image_url":"data:image/png;base64,BB"}]}""",
            """{"type":"custom_tool_call_output","call_id":"b","output":"done"}""",
            """{"type":"web_search_call","status":"completed"}""",
            """{"type":"function_call","name":"exec_command","arguments":"{}","call_id":"c"}""",
            """{"type":"function_call_output","call_id":"c","output":"aborted"}""",
            """{"type":"message","role":"user","content":[{"type":"input_text","text":"next"}]}"""));

        Assert.Equal(
            [
                """{"role":"system","content":"Be good\n\nrules\n\nmore"}""",
                """{"role":"user","content":[{"type":"text","text":"look"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AA","detail":"high"}}]}""",
                """{"role":"assistant","reasoning_content":"hm","content":"I run","tool_calls":[{"id":"a","type":"function","function":{"name":"exec_command","arguments":"{\"cmd\":\"ls\"}"}},{"id":"b","type":"function","function":{"name":"apply_patch","arguments":"{\"input\":\"*** \\\"x\\\"\"}"}}]}""",
                """{"role":"tool","tool_call_id":"a","content":"seen"}""",
                """{"role":"tool","tool_call_id":"b","content":"done"}""",
                """{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,BB"}}]}""",
                """{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"exec_command","arguments":"{}"}}]}""",
                """{"role":"tool","tool_call_id":"c","content":"aborted"}""",
                """{"role":"user","content":"next"}""",
            ],
            request.GetProperty("messages").EnumerateArray().Select(static message => message.GetRawText()));
    }

    [Fact]
    public async Task Tools_and_settings_are_translated_and_foreign_tools_left_out()
    {
        var request = await SendAsync(Request() with
        {
            Tools = [Requests.Json(Shell), Requests.Json(Search), Requests.Json(Patch)],
            Reasoning = new ReasoningOptions("low", "auto"),
            Text = new TextOptions { OutputSchema = Requests.Json("""{"type":"object"}""") },
        });

        Assert.Equal(
            ["model", "messages", "tools", "tool_choice", "parallel_tool_calls", "reasoning_effort", "response_format", "stream", "stream_options"],
            request.EnumerateObject().Select(static member => member.Name));
        var tools = request.GetProperty("tools").EnumerateArray().Select(static tool => tool.GetProperty("function")).ToList();
        Assert.Equal("""{"name":"exec_command","description":"runs","parameters":{"type":"object","properties":{"cmd":{"type":"string"}}}}""", tools[0].GetRawText());
        Assert.Equal("apply_patch", tools[1].GetProperty("name").GetString());
        Assert.EndsWith("grammar:\nstart: x", tools[1].GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal("""{"type":"object","properties":{"input":{"type":"string"}},"required":["input"],"additionalProperties":false}""", tools[1].GetProperty("parameters").GetRawText());
        Assert.Equal("""{"type":"json_schema","json_schema":{"name":"codex_output_schema","strict":true,"schema":{"type":"object"}}}""", request.GetProperty("response_format").GetRawText());
    }

    [Fact]
    public async Task Without_tools_nothing_is_said_about_them() =>
        Assert.False((await SendAsync(Request() with { Tools = [] })).TryGetProperty("tool_choice", out _));

    private static string Text(ResponseItem item) => Assert.IsType<OutputTextPart>(Assert.Single(Assert.IsType<MessageItem>(item).Content)).Text;

    private static ModelRequest Request(params IEnumerable<string> items) => Requests.Simple with
    {
        Instructions = "Be good",
        Input = [.. items.Select(Requests.Json)],
        Tools = [Requests.Json(Shell), Requests.Json(Patch)],
        Reasoning = null,
        Text = null,
    };

    private static async Task<JsonElement> SendAsync(ModelRequest request)
    {
        await using var server = Server("[DONE]");
        await AskAsync(server, request);
        var sent = Assert.Single(server.AllRequests);
        Assert.Equal("/v1/chat/completions", sent.Target);
        return sent.Json();
    }

    private static async Task<List<ModelEvent>> AskAsync(params IEnumerable<string> chunks)
    {
        await using var server = Server(chunks);
        return await AskAsync(server, Request());
    }

    private static async Task<List<ModelEvent>> AskAsync(FakeResponsesServer server, ModelRequest request)
    {
        using var client = Assert.IsType<ChatModelClient>(
            ProviderClient.Create(Clients.Options(Clients.Endpoint(server) with { UsesChatCompletions = true, SupportsWebSockets = true })));
        var events = new List<ModelEvent>();
        await Clients.ReadAsync(client, events, request);
        return events;
    }

    private static FakeResponsesServer Server(params IEnumerable<string> chunks)
    {
        var server = new FakeResponsesServer();
        server.Routes["POST /v1/chat/completions"] = Reply.Raw(string.Concat(chunks.Select(static chunk => $"data: {chunk}\n\n")));
        return server;
    }
}
