using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Running;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Ways to the provider other than plain requests with event streams.</summary>
public sealed class TransportScenarios
{
    private const string Route = "GET /v1/responses";

    [Fact]
    public Task A_turn_over_a_websocket() => BothPrograms.AgreeOnAsync(OverWebSocket(
        Model.Streams("I look.", " Wait"), Model.Produces(OutputItem.Exec("call_1", "echo hi")), Model.Says("done")));

    [Fact]
    public Task Two_turns_over_websockets() => BothPrograms.AgreeOnAsync(OverWebSocket(Model.Says("one"), Model.Says("two")) with
    {
        Runs = [Invocation.Exec(["--skip-git-repo-check", "--json", "first"]), Invocation.Exec(["--skip-git-repo-check", "resume", "--last", "--json", "second"])],
    });

    [Fact]
    public Task A_server_that_asks_for_plain_requests() => BothPrograms.AgreeOnAsync(
        OverWebSocket(Model.Produces(OutputItem.Exec("call_1", "echo hi")), Model.Says("done")) with { Routes = Upgrade(Reply.WithStatus(426)) });

    [Theory]
    [InlineData(404, "{\"error\":{\"message\":\"no\"}}")]
    [InlineData(500, "")]
    [InlineData(403, "<html>")]
    [InlineData(429, "{\"error\":{\"type\":\"usage_limit_reached\",\"plan_type\":\"pro\",\"resets_at\":1900000000}}")]
    public Task A_server_that_refuses_websockets(int status, string body) => BothPrograms.AgreeOnAsync(
        OverWebSocket(Model.Says("done")) with { Routes = Upgrade(Reply.WithStatus(status, body)), Provider = Provider(retries: 2) }, $"refused_{status}");

    [Fact]
    public Task Falling_back_in_human_form() => BothPrograms.AgreeOnAsync(
        Scenario.Human(Model.Says("done")) with { Routes = Upgrade(Reply.WithStatus(404, "no")), Provider = Provider(retries: 2) });

    [Fact]
    public Task What_a_server_says_when_it_accepts() => BothPrograms.AgreeOnAsync(
        OverWebSocket(Model.Produces(OutputItem.Exec("call_1", "echo hi")).CutAfter(2), Model.Says("done")) with
        {
            Routes = Upgrade(Reply.Upgrade().WithHeader("openai-model", "gpt-other").WithHeader("x-models-etag", "e")
                .WithHeader("x-reasoning-included", "1").WithHeader("x-codex-turn-state", "state")),
            Script = () => [Reply.Events(ResponseEvent.Created()).Then(new ReplyStep.Close()), Model.Says("done")],
        });

    [Fact]
    public Task Limits_as_a_frame() => BothPrograms.AgreeOnAsync(OverWebSocket(Reply.Events(
        ResponseEvent.Created(),
        """{"type":"codex.rate_limits","plan_type":"plus","rate_limits":{"primary":{"used_percent":12.5,"window_minutes":300,"reset_at":1900000000},"secondary":{"used_percent":1}},"credits":{"has_credits":true,"unlimited":false,"balance":"3"},"metered_limit_name":"Codex-Other"}""",
        """{"type":"codex.rate_limits","rate_limits":{"primary":{}}}""",
        ResponseEvent.ItemDone(OutputItem.Message("done")),
        ResponseEvent.Completed())));

    [Theory]
    [InlineData("""{"type":"error","status":500,"error":{"code":"x","message":"boom"}}""")]
    [InlineData("""{"type":"error","status_code":418,"error":{"code":"x","message":"tea"}}""")]
    [InlineData("""{"type":"error","error":{"code":"websocket_connection_limit_reached"}}""")]
    [InlineData("""{"type":"error","status":429,"error":{"type":"usage_limit_reached","plan_type":"plus","resets_at":1900000000},"headers":{"x-codex-primary-used-percent":"100.0","x-codex-primary-window-minutes":300}}""")]
    [InlineData("""{"type":"error","status":400,"error":{"code":"x","message":"bad"}}""")]
    [InlineData("""{"type":"error","status":503,"error":{"code":"server_is_overloaded"}}""")]
    [InlineData("""{"type":"error","message":"ignored"}""")]
    [InlineData("""{"type":"response.failed","response":{"error":{"code":"rate_limit_exceeded","message":"try again in 10ms"}}}""")]
    [InlineData("""{"type":"response.failed","response":{"error":{"code":"context_length_exceeded","message":"m"}}}""")]
    [InlineData("""{"type":"response.incomplete","response":{"incomplete_details":{"reason":"max_output_tokens"}}}""")]
    public Task An_error_as_a_frame(string frame) => BothPrograms.AgreeOnAsync(
        OverWebSocket(Reply.Events(ResponseEvent.Created(), frame, ResponseEvent.Completed()), Reply.Events(frame, ResponseEvent.Completed()), Model.Says("done")) with
        {
            Provider = Provider(retries: 3),
        },
        $"frame_{frame}");

    [Fact]
    public Task Connections_that_break() => BothPrograms.AgreeOnAsync(
        OverWebSocket() with
        {
            Provider = Provider(retries: 5),
            Script = () =>
            [
                Reply.Events(ResponseEvent.Created()).Then(new ReplyStep.Close()),
                Reply.Events().Then(new ReplyStep.WriteBinary("x"u8.ToArray())),
                Reply.Events(ResponseEvent.Created()).Then(new ReplyStep.Close()),
                Model.Says("done"),
            ],
        });

    [Fact]
    public Task A_connection_that_falls_silent() => BothPrograms.AgreeOnAsync(
        OverWebSocket() with
        {
            Provider = Provider(retries: 2) + "\nstream_idle_timeout_ms = 400",
            Script = () =>
            [
                Reply.Events(ResponseEvent.Created()).Then(new ReplyStep.Stall(new())),
                Reply.Events(ResponseEvent.Created()).Then(new ReplyStep.Stall(new())),
                Model.Says("done"),
            ],
        });

    [Fact]
    public Task Responses_that_are_acknowledged() => BothPrograms.AgreeOnAsync(
        OverWebSocket(Model.Produces(OutputItem.Exec("call_1", "echo hi")), Model.Says("done")) with
        {
            Runs = [Invocation.Exec(["--skip-git-repo-check", "--json", "-s", "danger-full-access", "--enable", "responses_websocket_response_processed", "do it"])],
            Config = "suppress_unstable_features_warning = true",
        });

    [Fact]
    public Task A_review_has_a_connection_of_its_own() => BothPrograms.AgreeOnAsync(OverWebSocket(Model.Says("fine")) with
    {
        Runs = [Invocation.Exec(["--skip-git-repo-check", "review", "--json", "look at a.txt"])],

        // Which comes first is a race: the warm-up of the thread's own connection, or the reviewer's handshake. It also
        // decides how identifiers are numbered.
        Without = [Facet.Requests, Facet.Rollouts],
    });

    [Fact]
    public Task An_answer_that_has_to_fit_a_schema() => BothPrograms.AgreeOnAsync(OverWebSocket(Model.Says("{}")) with
    {
        Runs = [Invocation.Exec(["--skip-git-repo-check", "--json", "--output-schema", "schema.json", "do it"])],
        Workspace = static workspace => File.WriteAllText(Path.Combine(workspace, "schema.json"), """{"type":"object"}"""),
    });

    [Fact]
    public async Task The_same_script_over_event_streams_and_websockets_gives_the_same_thread()
    {
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        using var directory = new TempDirectory();
        // Response headers always report limits, if empty ones; frames do so when the server sends them.
        var limits = Reply.Events("""{"type":"codex.rate_limits"}""").Steps[0];
        var scenario = Scenario.Json() with
        {
            Script = () => [.. new[]
            {
                Model.Produces(OutputItem.Reasoning("rs_1", "think"), OutputItem.Exec("call_1", "echo hi")),
                Model.Produces(OutputItem.Patch("call_2", "*** Begin Patch\n*** Add File: a.txt\n+x\n*** End Patch")),
                Model.Streams("do", "ne"),
            }.Select(reply => reply with { Steps = [limits, .. reply.Steps] })],
            Without = [Facet.Requests],
        };

        var overEvents = await RunAsync("events", scenario);
        var overFrames = await RunAsync("frames", scenario with { Provider = Provider(retries: 1), Routes = Upgrade(Reply.Upgrade()) });

        Assert.Null(Comparison.Difference(overEvents, overFrames, []));

        Task<Observation> RunAsync(string side, Scenario variant) =>
            new SideRunner(side, OurCodex.Executable, oracle, directory).RunAsync(variant, TestContext.Current.CancellationToken);
    }

    private static Scenario OverWebSocket(params IReadOnlyList<Reply> script) => Scenario.Json(script) with
    {
        Provider = Provider(retries: 1),
        Routes = Upgrade(Reply.Upgrade()),
    };

    private static string Provider(int retries) => $"supports_websockets = true\nrequest_max_retries = 0\nstream_max_retries = {retries}";

    private static Dictionary<string, Reply> Upgrade(Reply reply) => new() { [Route] = reply };
}
