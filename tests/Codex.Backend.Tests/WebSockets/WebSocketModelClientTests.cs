using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Backend.Tests.Responses;
using Codex.Backend.WebSockets;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Backend.Tests.WebSockets;

public sealed class WebSocketModelClientTests
{
    private const string Question = """{"type":"message","role":"user","content":[{"type":"input_text","text":"q"}]}""";
    private const string Answer = """{"type":"message","role":"assistant","content":[{"type":"output_text","text":"a"}]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_connection_carries_the_requests_of_a_thread_and_only_what_is_new()
    {
        await using var server = Server(Model.Says("a"), Model.Says("b"));
        using var client = Create(server);

        await client.WarmUpAsync(Request(), Cancellation);
        await Clients.ReadAsync(client, [], Request(Question));
        var events = new List<ModelEvent>();
        await Clients.ReadAsync(client, events, Request(Question, Answer, Question));

        Assert.Equal(["GET", "WS", "WS", "WS"], server.Requests.Select(request => request.Method));
        Assert.Equal([("", 0), ("warm", 1), ("resp_1", 1)], server.Requests.Skip(1).Select(Continuation));
        Assert.IsType<ModelEvent.Completed>(events[^1]);
    }

    [Fact]
    public async Task A_changed_setting_or_history_is_sent_whole_over_the_same_connection()
    {
        await using var server = Server(Model.Says("a"), Model.Says("a"), Model.Says("a"));
        using var client = Create(server);

        await Clients.ReadAsync(client, [], Request(Question));
        await Clients.ReadAsync(client, [], Request(Question, Answer, Question) with { Model = "gpt-5.4" });
        await Clients.ReadAsync(client, [], Request(Answer, Answer, Question) with { Model = "gpt-5.4" });

        Assert.Equal(["GET", "WS", "WS", "WS"], server.Requests.Select(request => request.Method));
        Assert.Equal([("", 1), ("", 3), ("", 3)], server.Requests.Skip(1).Select(Continuation));
    }

    [Fact]
    public async Task Threads_have_connections_of_their_own_and_a_new_window_gets_a_new_one()
    {
        await using var server = Server(Model.Says("a"), Model.Says("a"), Model.Says("a"));
        using var client = Create(server);

        await Clients.ReadAsync(client, [], Request(Question));
        await Clients.ReadAsync(client, [], InThread("other", "other:0"));
        await Clients.ReadAsync(client, [], InThread("thread", "thread:1"));

        Assert.Equal(3, server.Requests.Count(request => request.IsUpgrade));
    }

    [Fact]
    public async Task A_server_that_wants_plain_requests_gets_them_without_an_error()
    {
        await using var server = Server(Model.Says("a"), Model.Says("b"));
        server.Routes["GET /v1/responses"] = Reply.WithStatus(426);
        using var client = Create(server);

        await client.WarmUpAsync(Request(), Cancellation);
        await Clients.ReadAsync(client, [], Request(Question));
        await Clients.ReadAsync(client, [], Request(Question));

        Assert.Equal(["GET", "POST", "POST"], server.Requests.Select(request => request.Method));
        Assert.False(client.IsActive("thread"));
        Assert.True(client.IsActive("other"));
    }

    [Fact]
    public async Task Falling_back_lasts_as_long_as_the_thread()
    {
        await using var server = Server(Model.Says("a"), Model.Says("b"));
        using var client = Create(server);

        await Clients.ReadAsync(client, [], Request(Question));
        Assert.True(client.FallBack("thread"));
        Assert.False(client.FallBack("thread"));
        await Clients.ReadAsync(client, [], Request(Question));

        Assert.Equal(["GET", "WS", "POST"], server.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData(404, """{"error":{"message":"no"}}""", "unexpected status 404 Not Found: no, url: WSURL", ModelFailure.UnexpectedStatus)]
    [InlineData(500, "", "We're currently experiencing high demand, which may cause temporary errors.", ModelFailure.InternalServerError)]
    [InlineData(401, "", "unexpected status 401 Unauthorized: Unknown error, url: WSURL", ModelFailure.UnexpectedStatus)]
    public async Task A_refused_connection_is_the_error_that_a_refused_request_is(int status, string body, string message, ModelFailure failure)
    {
        await using var server = Server();
        server.Routes["GET /v1/responses"] = Reply.WithStatus(status, body);
        using var client = Create(server);

        var error = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client, [], Request(Question)));

        Assert.Equal(message.Replace("WSURL", $"ws://127.0.0.1:{server.Port}/v1/responses", StringComparison.Ordinal), error.Message);
        Assert.Equal((failure, true), (error.Failure, error.Retryable));
    }

    [Fact]
    public async Task A_connection_that_broke_is_replaced_by_the_next_request_and_the_conversation_sent_whole()
    {
        await using var server = Server(Model.Says("a"), Reply.Events(ResponseEvent.Created()).Then(new ReplyStep.Reset()), Model.Says("b"));
        using var client = Create(server);

        await Clients.ReadAsync(client, [], Request(Question));
        var error = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client, [], Request(Question, Answer, Question)));
        await Clients.ReadAsync(client, [], Request(Question, Answer, Question));

        Assert.True(error.Retryable);
        Assert.Equal(["GET", "WS", "WS", "GET", "WS"], server.Requests.Select(request => request.Method));
        Assert.Equal(("", 3), Continuation(server.Requests[^1]));
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_between_requests_is_replaced_without_an_error()
    {
        await using var server = Server(Model.Says("a").Then(new ReplyStep.Close()), Model.Says("b"));
        using var client = Create(server);

        await Clients.ReadAsync(client, [], Request(Question));
        await WaitUntilClosedAsync(client);
        await Clients.ReadAsync(client, [], Request(Question, Answer, Question));

        Assert.Equal(["GET", "WS", "GET", "WS"], server.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData("""{"type":"error","status":500,"error":{"message":"x"}}""", ModelFailure.InternalServerError, true)]
    [InlineData("""{"type":"error","status_code":418,"error":{"message":"tea"}}""", ModelFailure.UnexpectedStatus, true)]
    [InlineData("""{"type":"error","error":{"code":"websocket_connection_limit_reached","message":"enough"}}""", ModelFailure.Stream, true)]
    [InlineData("""{"type":"error","status":429,"error":{"type":"usage_limit_reached"}}""", ModelFailure.UsageLimit, false)]
    [InlineData("""{"type":"response.failed","response":{"error":{"code":"context_length_exceeded"}}}""", ModelFailure.ContextWindow, false)]
    public async Task Error_frames_end_the_request(string frame, ModelFailure failure, bool retryable)
    {
        await using var server = Server(Reply.Events(frame));
        using var client = Create(server);

        var error = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client, [], Request(Question)));

        Assert.Equal((failure, retryable), (error.Failure, error.Retryable));
    }

    [Theory]
    [InlineData("""{"type":"error","message":"m"}""")]
    [InlineData("""{"type":"error","status":200}""")]
    [InlineData("""{"type":"error","status":"500"}""")]
    [InlineData("""{"type":"codex.rate_limits","rate_limits":{"primary":{"used_percent":"x"}}}""")]
    [InlineData("""{"type":"other","error":{"code":"websocket_connection_limit_reached"}}""")]
    public async Task Frames_that_mean_nothing_are_passed_over(string frame)
    {
        await using var server = Server(Reply.Events(frame, ResponseEvent.Completed()));
        using var client = Create(server);
        var events = new List<ModelEvent>();

        await Clients.ReadAsync(client, events, Request(Question));

        Assert.IsType<ModelEvent.Completed>(Assert.Single(events));
    }

    [Fact]
    public async Task What_the_server_said_when_it_accepted_holds_for_every_response_but_the_turns_state_is_told_once()
    {
        await using var server = Server(Model.Says("a"), Model.Says("a"));
        server.Routes["GET /v1/responses"] = Reply.Upgrade().WithHeader("openai-model", "m").WithHeader("x-models-etag", "e")
            .WithHeader("x-reasoning-included", "1").WithHeader("x-codex-turn-state", "s");
        using var client = Create(server);
        var (first, second) = (new List<ModelEvent>(), new List<ModelEvent>());

        await client.WarmUpAsync(Request(), Cancellation);
        await Clients.ReadAsync(client, first, Request(Question));
        await Clients.ReadAsync(client, second, Request(Question));

        Assert.Equal([new ModelEvent.TurnState("s"), new ModelEvent.ServerModel("m"), new ModelEvent.ModelsEtag("e"), new ModelEvent.ServerReasoningIncluded()], first.Take(4));
        Assert.Equal([new ModelEvent.ServerModel("m"), new ModelEvent.ModelsEtag("e"), new ModelEvent.ServerReasoningIncluded()], second.Take(3));
    }

    [Fact]
    public async Task Silence_ends_the_request_and_the_connection()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = Server(Reply.Events(ResponseEvent.Created()).Then(new ReplyStep.Stall(gone)));
        using var client = Create(server, endpoint => endpoint with { StreamIdleTimeout = TimeSpan.FromMilliseconds(50) });

        var error = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client, [], Request(Question)));

        Assert.Equal("stream disconnected before completion: idle timeout waiting for websocket", error.Message);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_the_handshake_costs_no_more_than_the_time_for_connecting()
    {
        await using var server = Server();
        server.Routes["GET /v1/responses"] = new Reply { IsHeadless = true, Steps = [new ReplyStep.Stall(new TaskCompletionSource())] };
        using var client = Create(server, endpoint => endpoint with { WebSocketConnectTimeout = TimeSpan.FromMilliseconds(50) });

        var error = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client, [], Request(Question)));
        await Assert.ThrowsAsync<ModelException>(() => client.WarmUpAsync(Request(), Cancellation));

        Assert.Equal(("request timed out", true), (error.Message, error.Retryable));
    }

    [Fact]
    public async Task Nobody_listening_is_the_error_that_it_is_for_requests()
    {
        var server = Server();
        var endpoint = Clients.Endpoint(server) with { SupportsWebSockets = true };
        await server.DisposeAsync();
        using var client = Assert.IsType<WebSocketModelClient>(ProviderClient.Create(Clients.Options(endpoint, time: TimeProvider.System)));

        var error = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client, [], Request(Question)));

        Assert.StartsWith("stream disconnected before completion: ", error.Message, StringComparison.Ordinal);
        Assert.True(error.Retryable);
    }

    [Fact]
    public async Task Large_messages_and_messages_of_many_frames_arrive_whole()
    {
        var text = string.Concat(Enumerable.Repeat("größe ", 60_000));
        await using var server = Server(Model.Says(text));
        server.Routes["GET /v1/responses"] = Reply.Upgrade().WithHeader("sec-websocket-extensions", "permessage-deflate");
        using var client = Create(server);
        var events = new List<ModelEvent>();

        await Clients.ReadAsync(client, events, Request(Question) with { Instructions = text });

        var sent = Assert.Single(server.Requests, static request => request.Method == "WS").Json().GetProperty("instructions").GetString();
        Assert.Equal(text, sent);
        Assert.Equal(3, events.Count);
    }

    [Fact]
    public async Task An_acknowledgement_goes_over_the_connection_when_there_is_one()
    {
        await using var server = Server(Model.Says("a"));
        using var client = Create(server);

        await client.AcknowledgeAsync("thread", "resp_0", Cancellation);
        await Clients.ReadAsync(client, [], Request(Question));
        await client.AcknowledgeAsync("thread", "resp_1", Cancellation);
        await server.WaitForRequestsAsync(3, Cancellation);

        Assert.Equal("""{"type":"response.processed","response_id":"resp_1"}""", server.Requests[^1].Text);
    }

    [Fact]
    public async Task Cancelling_closes_the_connection()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = Server(Reply.Events(ResponseEvent.Created()).Then(new ReplyStep.Stall(gone)));
        using var client = Create(server);
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.StreamAsync(Request(Question), cancellation.Token))
                await cancellation.CancelAsync();
        });
        await Clients.ReadAsync(client, [], Request(Question)).ContinueWith(static _ => { }, TaskScheduler.Default);

        Assert.Equal(2, server.Requests.Count(static request => request.IsUpgrade));
    }

    private static FakeResponsesServer Server(params IEnumerable<Reply> script)
    {
        var server = new FakeResponsesServer(script) { AfterScript = Model.Says("after") };
        server.Routes["GET /v1/responses"] = Reply.Upgrade();
        return server;
    }

    private static WebSocketModelClient Create(FakeResponsesServer server, Func<ProviderEndpoint, ProviderEndpoint>? change = null)
    {
        var endpoint = Clients.Endpoint(server) with { SupportsWebSockets = true, StreamIdleTimeout = TimeSpan.FromMinutes(1) };
        return (WebSocketModelClient)ProviderClient.Create(Clients.Options(change?.Invoke(endpoint) ?? endpoint, time: TimeProvider.System));
    }

    private static ModelRequest Request(params IEnumerable<string> items) =>
        Requests.Simple with { Input = [.. items.Select(Requests.Json)] };

    private static ModelRequest InThread(string thread, string window) =>
        Request(Question) with { Context = Requests.Simple.Context with { ThreadId = thread, WindowId = window } };

    private static (string Previous, int Items) Continuation(CapturedRequest frame)
    {
        var json = frame.Json();
        return (json.TryGetProperty("previous_response_id", out var id) ? id.GetString()! : "", json.GetProperty("input").GetArrayLength());
    }

    private static async Task WaitUntilClosedAsync(WebSocketModelClient client)
    {
        // The close frame may still be on its way: asking is the only way to know.
        while (client.IsOpen("thread"))
            await Task.Yield();
    }
}
