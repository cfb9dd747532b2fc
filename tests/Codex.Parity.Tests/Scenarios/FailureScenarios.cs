using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Answers that are refusals: what is retried, how often, and what is said in the end.</summary>
public sealed class FailureScenarios
{
    [Theory]
    [InlineData(400, "{\"error\":{\"message\":\"bad thing\",\"type\":\"invalid_request_error\"}}")]
    [InlineData(400, "plain words")]
    [InlineData(400, "{\"error\":{\"message\":\"no cyber\",\"code\":\"cyber_policy\"}}")]
    [InlineData(401, "{\"error\":{\"message\":\"who are you\"}}")]
    [InlineData(403, "go away")]
    [InlineData(404, "")]
    [InlineData(413, "{\"error\":{\"message\":\"too large\"}}")]
    [InlineData(422, "{\"detail\":\"strange\"}")]
    [InlineData(429, "{\"error\":{\"message\":\"slow\"}}")]
    [InlineData(429, "{\"error\":{\"type\":\"usage_limit_reached\",\"plan_type\":\"plus\",\"resets_at\":4102444800}}")]
    [InlineData(429, "{\"error\":{\"type\":\"usage_limit_reached\",\"plan_type\":\"free\"}}")]
    [InlineData(429, "{\"error\":{\"type\":\"usage_not_included\"}}")]
    [InlineData(500, "{\"error\":{\"message\":\"oops\"}}")]
    [InlineData(502, "<html>bad gateway</html>")]
    [InlineData(503, "{\"error\":{\"message\":\"busy\"}}")]
    [InlineData(503, "{\"error\":{\"code\":\"server_is_overloaded\",\"message\":\"full\"}}")]
    [InlineData(503, "{\"error\":{\"code\":\"slow_down\",\"message\":\"full\"}}")]
    public Task A_status(int status, string body) => BothPrograms.AgreeOnAsync(
        Scenario.Json() with
        {
            Provider = "request_max_retries = 1\nstream_max_retries = 1",
            Script = () => Always(Reply.WithStatus(status, body)
                .WithHeader("x-request-id", "req-7").WithHeader("cf-ray", "ray-9")),
        },
        $"status_{status}_{body}");

    [Theory]
    [InlineData("context_length_exceeded", "too long")]
    [InlineData("insufficient_quota", "no money")]
    [InlineData("usage_not_included", "plan")]
    [InlineData("invalid_prompt", "your prompt is odd")]
    [InlineData("server_is_overloaded", "full")]
    [InlineData("slow_down", "full")]
    [InlineData("cyber_policy", "no")]
    [InlineData("rate_limit_exceeded", "Limit reached, try again in 20ms.")]
    [InlineData("something_else", "what is this")]
    public Task A_failed_response(string code, string message) => BothPrograms.AgreeOnAsync(
        Scenario.Json() with { Script = () => Always(Reply.Events(ResponseEvent.Created(), ResponseEvent.Failed(code, message))) },
        $"failed_{code}");

    [Fact]
    public Task An_incomplete_response() => BothPrograms.AgreeOnAsync(Scenario.Json() with
    {
        Script = () => Always(Reply.Events(
            ResponseEvent.Created(), ResponseEvent.ItemDone(OutputItem.Message("half")), ResponseEvent.Incomplete("max_output_tokens"))),
    });

    [Fact]
    public Task A_failure_in_human_form() => BothPrograms.AgreeOnAsync(
        Scenario.Human() with { Script = () => Always(Reply.WithStatus(401, "{\"error\":{\"message\":\"no\"}}")) });

    [Fact]
    public Task A_failure_after_usage_in_human_form() => BothPrograms.AgreeOnAsync(Scenario.Human() with
    {
        Script = () => [Model.Produces(OutputItem.Exec("c1", "true")), Reply.WithStatus(400, "no more")],
    });

    [Fact]
    public Task A_retry_that_helps() => BothPrograms.AgreeOnAsync(Scenario.Json() with
    {
        Provider = "request_max_retries = 2\nstream_max_retries = 2",
        Script = () => [Reply.WithStatus(500), Reply.WithStatus(503), Model.Streams("a").CutAfter(3), Reply.WithStatus(502), Model.Says("at last")],
    });

    [Fact]
    public Task A_retry_that_helps_in_human_form() => BothPrograms.AgreeOnAsync(Scenario.Human() with
    {
        Provider = "request_max_retries = 0\nstream_max_retries = 2",
        Script = () => [Reply.WithStatus(500), Model.Streams("a").CutAfter(3), Model.Says("at last")],
    });

    [Fact]
    public Task No_retries_at_all() => BothPrograms.AgreeOnAsync(Scenario.Json() with
    {
        Provider = "request_max_retries = 0\nstream_max_retries = 0",
        Script = () => [Reply.WithStatus(500, "x")],
    });

    [Fact]
    public Task Five_stream_retries_with_growing_delays() => BothPrograms.AgreeOnAsync(Scenario.Json() with
    {
        Provider = "request_max_retries = 0\nstream_max_retries = 3",
        Script = () => Always(Model.Streams("a").CutAfter(1)),
    });

    [Fact]
    public Task Nobody_listens() => BothPrograms.AgreeOnAsync(Scenario.Json() with
    {
        Provider = "request_max_retries = 1\nstream_max_retries = 1\n",
        Tables = "[model_providers.dead]\nname = \"dead\"\nbase_url = \"http://127.0.0.1:1/v1\"\nrequest_max_retries = 1\nstream_max_retries = 1",
        Runs = [Invocation.Exec("--skip-git-repo-check", "--json", "-c", "model_provider=dead", "-s", "read-only", "do it")],
    });

    [Fact]
    public Task A_missing_key_variable() => BothPrograms.AgreeOnAsync(Scenario.Json() with
    {
        Provider = "env_key_instructions = \"Ask Bob.\"",
        Environment = new Dictionary<string, string?> { ["FAKE_KEY"] = null },
    });

    [Fact]
    public Task An_empty_key_variable() => BothPrograms.AgreeOnAsync(Scenario.Json() with
    {
        Environment = new Dictionary<string, string?> { ["FAKE_KEY"] = " " },
    });

    private static Reply[] Always(Reply reply) => [.. Enumerable.Repeat(reply, 40)];
}
