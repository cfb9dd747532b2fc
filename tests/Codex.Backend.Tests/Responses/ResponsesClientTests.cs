using System.Text;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Protocol.Accounting;
using Codex.Protocol.Errors;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;
using Codex.TestSupport.Time;

namespace Codex.Backend.Tests.Responses;

public sealed class ResponsesClientTests
{
    private static readonly string[] s_headers =
    [
        "accept: text/event-stream", "authorization: Bearer secret", "content-type: application/json", "originator: codex_exec",
        "session-id: session", "thread-id: thread", "user-agent: codex_exec/0.136.0 (test)", "x-client-request-id: thread",
        "x-codex-beta-features: a,b", "x-codex-turn-metadata: {\"turn_id\":\"t\"}", "x-codex-window-id: thread:0", "x-env: from env", "x-static: abc",
    ];

    [Fact]
    public async Task A_request_carries_the_originals_headers_and_query()
    {
        await using var server = new FakeResponsesServer(Model.Says("hi"));
        var endpoint = Clients.Endpoint(server) with
        {
            BaseUrl = server.BaseUri + "/",
            KeyVariable = "KEY",
            Headers = new Dictionary<string, string> { ["X-Static"] = "abc", ["bad name"] = "x", ["x-broken"] = "a\nb" },
            VariableHeaders = new Dictionary<string, string> { ["X-Env"] = "SET", ["X-Unset"] = "UNSET", ["X-Blank"] = "BLANK" },
            QueryParameters = new Dictionary<string, string> { ["api-version"] = "2025 01", ["k"] = "a&b=%41é#" },
        };
        using var client = Clients.Create(endpoint, TestEnvironment.With(("KEY", "secret"), ("SET", "from env"), ("BLANK", " ")));

        await Clients.ReadAsync(client);

        var request = Assert.Single(server.Requests);
        Assert.Equal("/v1/responses?api-version=2025%2001&k=a&b=%41%C3%A9%23", request.Target);
        Assert.Equal(s_headers, Lines(request).Where(line => !line.StartsWith("host:", StringComparison.Ordinal) && !line.StartsWith("content-length:", StringComparison.Ordinal)));
        Assert.Equal(request.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), request.Header("content-length"));
    }

    [Fact]
    public async Task Events_arrive_in_order_and_headers_come_first()
    {
        var reply = Model.Streams("a", "b").WithHeader("openai-model", "gpt-5.5").WithHeader("x-models-etag", "e").WithHeader("x-codex-turn-state", "t")
            .WithHeader("x-reasoning-included", "1").InPiecesOf(7);
        await using var server = new FakeResponsesServer(reply);
        using var client = Clients.Create(server);

        var events = await Clients.ReadAsync(client);

        Assert.Equal(
            ["TurnState", "ServerModel", "RateLimits", "ModelsEtag", "ServerReasoningIncluded", "Created", "OutputItemAdded", "OutputTextDelta", "OutputTextDelta", "OutputItemDone", "Completed"],
            events.Select(modelEvent => modelEvent.GetType().Name));
        Assert.Equal(new RateLimitSnapshot { LimitId = "codex" }, Assert.Single(events.OfType<ModelEvent.RateLimits>()).Snapshot);
    }

    [Fact]
    public async Task Server_errors_are_repeated_with_the_same_body_until_one_succeeds()
    {
        await using var server = new FakeResponsesServer(Reply.WithStatus(500), Reply.WithStatus(502), Model.Says("hi"));
        using var client = Clients.Create(Clients.Endpoint(server) with { RequestRetries = new RetryPolicy(2) });

        await Clients.ReadAsync(client);

        Assert.Equal(3, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => request.Text).Distinct());
    }

    [Theory]
    [InlineData(500, "", 3, "We're currently experiencing high demand, which may cause temporary errors.", CodexErrorKind.InternalServerError, true)]
    [InlineData(503, """{"error":{"code":"slow_down"}}""", 3, "Selected model is at capacity. Please try a different model.", CodexErrorKind.ServerOverloaded, false)]
    [InlineData(503, "", 3, "unexpected status 503 Service Unavailable: Unknown error, url: URL", CodexErrorKind.Other, true)]
    [InlineData(404, "<html>", 1, "unexpected status 404 Not Found: <html>, url: URL", CodexErrorKind.Other, true)]
    [InlineData(401, """{"error":{"message":" no "}}""", 1, "unexpected status 401 Unauthorized: no, url: URL", CodexErrorKind.Other, true)]
    [InlineData(599, "", 3, "unexpected status 599 <unknown status code>: Unknown error, url: URL", CodexErrorKind.Other, true)]
    [InlineData(307, "", 1, "unexpected status 307 Temporary Redirect: Unknown error, url: URL", CodexErrorKind.Other, true)]
    [InlineData(400, """{"error":{"message":"m"}}""", 1, """{"error":{"message":"m"}}""", CodexErrorKind.Other, false)]
    [InlineData(400, """{"error":{"code":"cyber_policy","message":"m"}}""", 1, "m", CodexErrorKind.CyberPolicy, false)]
    [InlineData(400, "The image data you provided does not represent a valid image", 1, "Image poisoning", CodexErrorKind.Other, false)]
    [InlineData(429, "", 1, "exceeded retry limit, last status: 429 Too Many Requests", CodexErrorKind.ResponseTooManyFailedAttempts, false)]
    [InlineData(429, """{"error":{"type":"usage_limit_reached"}}""", 1, "You've hit your usage limit. Try again later.", CodexErrorKind.UsageLimitExceeded, false)]
    public async Task Statuses_become_the_originals_errors(int status, string body, int requests, string message, CodexErrorKind kind, bool retryable)
    {
        await using var server = new FakeResponsesServer { AfterScript = Reply.WithStatus(status, body) };
        using var client = Clients.Create(Clients.Endpoint(server) with { RequestRetries = new RetryPolicy(2) });

        var failure = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client));

        Assert.Equal(message.Replace("URL", server.BaseUri + "/responses", StringComparison.Ordinal), failure.Message);
        Assert.Equal((kind, retryable, requests), (failure.Info.Kind, failure.Retryable, server.Requests.Count));
    }

    [Theory]
    [InlineData("not a url", "builder error")]
    [InlineData("/v1", "builder error")]
    [InlineData("ftp://x/y", "builder error for url (ftp://x/y/responses)")]
    public async Task A_base_that_is_no_http_url_is_a_stream_error(string baseUrl, string detail)
    {
        using var client = Clients.Create(new ProviderEndpoint { Id = "x", Name = "x", BaseUrl = baseUrl });

        var failure = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client));

        Assert.Equal("stream disconnected before completion: " + detail, failure.Message);
    }

    [Fact]
    public async Task An_endless_explanation_is_cut()
    {
        await using var server = new FakeResponsesServer(Reply.WithStatus(400, new string('x', 3 * 1024 * 1024)));
        using var client = Clients.Create(server);

        var failure = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client));

        Assert.InRange(failure.Message.Length, 1024 * 1024, 1040 * 1024);
    }

    [Fact]
    public async Task Errors_show_the_url_as_it_was_configured()
    {
        await using var server = new FakeResponsesServer(Reply.WithStatus(404));
        using var client = Clients.Create(Clients.Endpoint(server) with { QueryParameters = new Dictionary<string, string> { ["v"] = "2025 01" } });

        var failure = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client));

        Assert.EndsWith($", url: {server.BaseUri}/responses?v=2025 01", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirections_that_keep_the_method_are_followed_and_other_servers_get_no_secret()
    {
        await using var other = new FakeResponsesServer(Model.Says("hi"));
        await using var server = new FakeResponsesServer(
            Reply.WithStatus(308).WithHeader("location", "/elsewhere/responses"), Reply.WithStatus(307).WithHeader("location", $"{other.BaseUri}/responses"));
        using var client = Clients.Create(Clients.Endpoint(server) with { BearerToken = "secret" });

        await Clients.ReadAsync(client);

        Assert.Equal(["/v1/responses", "/elsewhere/responses"], server.Requests.Select(request => request.Target));
        Assert.All(server.Requests, request => Assert.Equal("Bearer secret", request.Header("authorization")));
        var redirected = Assert.Single(other.Requests);
        Assert.Null(redirected.Header("authorization"));
        Assert.Equal(server.Requests[0].Text, redirected.Text);
    }

    [Fact]
    public async Task Redirections_in_a_circle_end()
    {
        await using var server = new FakeResponsesServer { AfterScript = Reply.WithStatus(307).WithHeader("location", "/v1/responses") };
        using var client = Clients.Create(server);

        await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client));

        Assert.Equal(11, server.Requests.Count);
    }

    [Fact]
    public async Task Damaged_characters_break_the_stream()
    {
        byte[] body = [.. "data: {\"type\":\"response.output_text.delta\",\"delta\":\""u8, 0xff, .. "\"}\n\n"u8];
        await using var server = new FakeResponsesServer(Reply.Raw(body));
        using var client = Clients.Create(server);

        var failure = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client));

        Assert.StartsWith("stream disconnected before completion: UTF8 error: ", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.Retryable);
    }

    [Fact]
    public async Task Tracking_headers_are_added_to_unexpected_statuses()
    {
        var code = Convert.ToBase64String("""{"error":{"code":"expired"}}"""u8);
        var reply = Reply.WithStatus(403, "x").WithHeader("cf-ray", "ray").WithHeader("x-oai-request-id", "req")
            .WithHeader("x-openai-authorization-error", "denied").WithHeader("x-error-json", code);
        await using var server = new FakeResponsesServer(reply);
        using var client = Clients.Create(server);

        var failure = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client));

        Assert.Equal(
            $"unexpected status 403 Forbidden: x, url: {server.BaseUri}/responses, cf-ray: ray, request id: req, auth error: denied, auth error code: expired",
            failure.Message);
    }

    [Fact]
    public async Task A_usage_limit_brings_its_limits_along()
    {
        var reply = Reply.WithStatus(429, """{"error":{"type":"usage_limit_reached","plan_type":"pro"}}""").WithHeader("x-codex-primary-used-percent", "100");
        await using var server = new FakeResponsesServer(reply);
        using var client = Clients.Create(server);

        var failure = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client));

        Assert.Equal(100, failure.RateLimits!.Primary!.UsedPercent);
        Assert.Equal(ModelFailure.UsageLimit, failure.Failure);
    }

    [Fact]
    public async Task A_refused_connection_is_repeated_and_then_reported()
    {
        var server = new FakeResponsesServer();
        var endpoint = Clients.Endpoint(server) with { RequestRetries = new RetryPolicy(1) };
        await server.DisposeAsync();
        using var client = Clients.Create(endpoint);

        var failure = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client));

        Assert.Equal($"stream disconnected before completion: error sending request for url ({endpoint.BaseUrl}/responses)", failure.Message);
        Assert.True(failure.Retryable);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task A_missing_key_sends_nothing(string? key)
    {
        await using var server = new FakeResponsesServer();
        var endpoint = Clients.Endpoint(server) with { KeyVariable = "MY_KEY", KeyInstructions = "Get one." };
        using var client = Clients.Create(endpoint, key is null ? TestEnvironment.With() : TestEnvironment.With(("MY_KEY", key)));

        var failure = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client));

        Assert.Equal("Missing environment variable: `MY_KEY`. Get one.", failure.Message);
        Assert.False(failure.Retryable);
        Assert.Empty(server.AllRequests);
    }

    [Fact]
    public async Task A_stream_cut_at_every_event_is_a_retryable_error_after_its_events()
    {
        var whole = Model.Streams("a", "b");
        for (var count = 0; count < whole.Steps.Count; count++)
        {
            await using var server = new FakeResponsesServer(whole.CutAfter(count));
            using var client = Clients.Create(server);
            var events = new List<ModelEvent>();

            var failure = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client, events));

            Assert.Equal("stream disconnected before completion: stream closed before response.completed", failure.Message);
            Assert.Equal(count + 1, events.Count);
        }
    }

    [Fact]
    public async Task A_reset_in_the_body_is_a_transport_error()
    {
        await using var server = new FakeResponsesServer(Model.Streams("a").CutAfter(2, new ReplyStep.Close()));
        using var client = Clients.Create(server);

        var failure = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client));

        Assert.Equal("stream disconnected before completion: Transport error: network error: error decoding response body", failure.Message);
    }

    [Fact]
    public async Task A_failed_response_is_thrown_when_the_stream_ends()
    {
        await using var server = new FakeResponsesServer(Reply.Events(ResponseEvent.Created(), ResponseEvent.Failed("x", "sorry"), ResponseEvent.TextDelta("more")));
        using var client = Clients.Create(server);
        var events = new List<ModelEvent>();

        var failure = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client, events));

        Assert.Equal("stream disconnected before completion: sorry", failure.Message);
        Assert.Equal(new ModelEvent.OutputTextDelta("more"), events[^1]);
    }

    [Fact]
    public async Task Silence_ends_the_stream_after_the_idle_time_since_the_last_event()
    {
        var clock = new ManualClock();
        var sent = new TaskCompletionSource();
        var gone = new TaskCompletionSource();
        await using var server = new FakeResponsesServer(
            Reply.Events(ResponseEvent.Created()).Then(new ReplyStep.Announce(sent), new ReplyStep.Stall(gone)));
        using var client = Clients.Create(Clients.Endpoint(server) with { StreamIdleTimeout = TimeSpan.FromSeconds(10) }, time: clock);
        var events = client.StreamAsync(Requests.Simple, TestContext.Current.CancellationToken).GetAsyncEnumerator();
        await using var disposal = events;
        while (await events.MoveNextAsync() && events.Current is not ModelEvent.Created)
        {
        }

        var next = events.MoveNextAsync().AsTask();
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        var failure = await Assert.ThrowsAsync<ModelException>(() => next);
        Assert.Equal("stream disconnected before completion: idle timeout waiting for SSE", failure.Message);
        await gone.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Cancelling_closes_the_connection()
    {
        var gone = new TaskCompletionSource();
        await using var server = new FakeResponsesServer(Reply.Events(ResponseEvent.Created()).Then(new ReplyStep.Stall(gone)));
        using var client = Clients.Create(server);
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var modelEvent in client.StreamAsync(Requests.Simple, cancellation.Token))
            {
                if (modelEvent is ModelEvent.Created)
                    cancellation.CancelAfter(1);
            }
        });

        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Leaving_the_stream_closes_the_connection()
    {
        var gone = new TaskCompletionSource();
        await using var server = new FakeResponsesServer(Reply.Events(ResponseEvent.Created(), ResponseEvent.TextDelta("x")).Then(new ReplyStep.Stall(gone)));
        using var client = Clients.Create(server);

        await foreach (var modelEvent in client.StreamAsync(Requests.Simple, CancellationToken.None))
        {
            if (modelEvent is ModelEvent.Created)
                break;
        }

        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Azure_is_asked_to_store()
    {
        await using var server = new FakeResponsesServer(Model.Says("hi"));
        using var client = Clients.Create(Clients.Endpoint(server) with { Name = "Azure" });

        await Clients.ReadAsync(client);

        Assert.Contains("\"store\":true", Assert.Single(server.Requests).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Large_inputs_are_not_copied()
    {
        var item = Encoding.UTF8.GetBytes("\"" + new string('x', 8 * 1024 * 1024) + "\"");
        var request = Requests.Simple with { Input = [.. Enumerable.Repeat((ReadOnlyMemory<byte>)item, 4)] };
        await using var server = new FakeResponsesServer(Model.Says("hi"));
        using var client = Clients.Create(server);

        await Clients.ReadAsync(client, [], request);

        Assert.Equal((item.Length * 4) + 3, Assert.Single(server.Requests).Json().GetProperty("input").GetRawText().Length - 2);
    }

    private static IEnumerable<string> Lines(CapturedRequest request) =>
        request.Headers.Select(header => $"{header.Key.ToLowerInvariant()}: {header.Value}").Order(StringComparer.Ordinal);
}
