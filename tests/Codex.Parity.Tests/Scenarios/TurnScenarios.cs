using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>What the model says and how it is shown.</summary>
public sealed class TurnScenarios
{
    [Fact]
    public Task A_plain_answer_in_json_form() => BothPrograms.AgreeOnAsync(Scenario.Json(Model.Says("hello there")));

    [Fact]
    public Task A_plain_answer_in_human_form() => BothPrograms.AgreeOnAsync(Scenario.Human(Model.Says("hello there")));

    [Fact]
    public Task A_streamed_answer_in_json_form() => BothPrograms.AgreeOnAsync(Scenario.Json(Model.Streams("hel", "lo ", "wörld 🦀")));

    [Fact]
    public Task A_streamed_answer_in_human_form() => BothPrograms.AgreeOnAsync(Scenario.Human(Model.Streams("one\n", "two\n", "three")));

    [Fact]
    public Task Two_messages_in_one_response() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(OutputItem.Message("first", "msg_1", "commentary"), OutputItem.Message("second", "msg_2", "final_answer"))));

    [Fact]
    public Task Two_messages_in_human_form() => BothPrograms.AgreeOnAsync(Scenario.Human(
        Model.Produces(OutputItem.Message("first", "msg_1"), OutputItem.Message("second", "msg_2"))));

    [Fact]
    public Task An_empty_message() => BothPrograms.AgreeOnAsync(Scenario.Human(Model.Says("")));

    [Fact]
    public Task An_empty_message_in_json_form() => BothPrograms.AgreeOnAsync(Scenario.Json(Model.Says("")));

    [Fact]
    public Task No_message_at_all() => BothPrograms.AgreeOnAsync(Scenario.Human(Model.Produces()));

    [Fact]
    public Task No_message_at_all_in_json_form() => BothPrograms.AgreeOnAsync(Scenario.Json(Model.Produces()));

    [Fact]
    public Task Reasoning_summaries_in_json_form() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(OutputItem.Reasoning("rs_1", "**First** part", "second part"), OutputItem.Message("done"))));

    [Fact]
    public Task Reasoning_summaries_in_human_form() => BothPrograms.AgreeOnAsync(Scenario.Human(
        Model.Produces(OutputItem.Reasoning("rs_1", "**First** part", "second part"), OutputItem.Message("done"))));

    [Fact]
    public Task Hidden_reasoning() => BothPrograms.AgreeOnAsync(Scenario.Human(
        Model.Produces(OutputItem.Reasoning("rs_1", "secret"), OutputItem.Message("done"))) with
    { Config = "hide_agent_reasoning = true" });

    [Fact]
    public Task Raw_reasoning() => BothPrograms.AgreeOnAsync(Scenario.Human(Model.Produces(RawReasoning(), OutputItem.Message("done"))) with
    {
        Config = "show_raw_agent_reasoning = true",
    });

    [Fact]
    public Task Reasoning_that_arrives_in_deltas() => BothPrograms.AgreeOnAsync(Scenario.Json(Reply.Events(
        ResponseEvent.Created(),
        ResponseEvent.ItemAdded(OutputItem.Reasoning("rs_1")),
        ResponseEvent.SummaryPartAdded(0),
        ResponseEvent.SummaryDelta("think"),
        ResponseEvent.SummaryDelta("ing"),
        ResponseEvent.SummaryPartAdded(1),
        ResponseEvent.SummaryDelta("more", 1),
        ResponseEvent.ReasoningDelta("raw"),
        ResponseEvent.ItemDone(OutputItem.Reasoning("rs_1", "thinking", "more")),
        ResponseEvent.ItemDone(OutputItem.Message("done")),
        ResponseEvent.Completed())));

    [Fact]
    public Task Usage_adds_up_over_the_requests_of_a_turn() => BothPrograms.AgreeOnAsync(Scenario.Human(
        Reply.Events(ResponseEvent.ItemDone(OutputItem.Exec("c1", "true")), ResponseEvent.Completed("r1", 2000, 500, 30, 7)),
        Reply.Events(ResponseEvent.ItemDone(OutputItem.Message("ok")), ResponseEvent.Completed("r2", 3000, 1000, 70, 9))));

    [Fact]
    public Task A_provider_that_reports_no_usage() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Reply.Events(ResponseEvent.ItemDone(OutputItem.Message("ok")), ResponseEvent.CompletedWithoutUsage())));

    [Fact]
    public Task A_provider_that_reports_no_usage_in_human_form() => BothPrograms.AgreeOnAsync(Scenario.Human(
        Reply.Events(ResponseEvent.ItemDone(OutputItem.Message("ok")), ResponseEvent.CompletedWithoutUsage())));

    [Fact]
    public Task A_response_that_does_not_end_the_turn() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Reply.Events(ResponseEvent.ItemDone(OutputItem.Message("wait")), ResponseEvent.Completed(endTurn: false)),
        Model.Says("now")));

    [Fact]
    public Task Web_searches_of_every_kind() => BothPrograms.AgreeOnAsync(Scenario.Json(WebSearches()));

    [Fact]
    public Task Web_searches_in_human_form() => BothPrograms.AgreeOnAsync(Scenario.Human(WebSearches()));

    [Fact]
    public Task Rate_limits_are_recorded() => BothPrograms.AgreeOnAsync(Scenario.Json(Model.Says("ok")
        .WithHeader("x-codex-primary-used-percent", "12.5")
        .WithHeader("x-codex-primary-window-minutes", "300")
        .WithHeader("x-codex-primary-reset-at", "1999999999")
        .WithHeader("x-codex-secondary-used-percent", "80")
        .WithHeader("x-codex-secondary-window-minutes", "10080")
        .WithHeader("x-codex-credits-has-credits", "true")
        .WithHeader("x-codex-credits-unlimited", "false")
        .WithHeader("x-codex-credits-balance", "7.50")));

    [Fact]
    public Task Turn_state_is_replayed_within_the_turn() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(OutputItem.Exec("c1", "true")).WithHeader("x-codex-turn-state", "sticky"),
        Model.Says("ok")));

    [Fact]
    public Task A_rerouted_model() => BothPrograms.AgreeOnAsync(Scenario.Json(Model.Says("ok").WithHeader("openai-model", "gpt-5.2")));

    [Theory]
    [InlineData("gpt-5.4")]
    [InlineData("gpt-5.4-mini")]
    [InlineData("gpt-5.3-codex")]
    [InlineData("gpt-5.2")]
    [InlineData("made-up-model")]
    public Task Each_model_of_the_catalogue(string model) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["--json", "-m", model, "-s", "read-only", "do it"], Model.Says("ok")), $"model_{model}");

    [Fact]
    public Task Model_settings_from_the_configuration() => BothPrograms.AgreeOnAsync(Scenario.Human(Model.Says("ok")) with
    {
        Config = """
            model_reasoning_effort = "high"
            model_reasoning_summary = "detailed"
            model_verbosity = "high"
            service_tier = "fast"
            web_search = "live"
            """,
    });

    private static System.Text.Json.Nodes.JsonObject RawReasoning()
    {
        var item = OutputItem.Reasoning("rs_1", "summary");
        item["content"] = new System.Text.Json.Nodes.JsonArray(OutputItem.Json(("type", "reasoning_text"), ("text", "raw thoughts")));
        return item;
    }

    private static Reply WebSearches() => Reply.Events(
        ResponseEvent.Created(),
        ResponseEvent.ItemAdded(OutputItem.WebSearch("ws_1", null, "in_progress")),
        ResponseEvent.ItemDone(OutputItem.WebSearch("ws_1", OutputItem.Json(("type", "search"), ("query", "weather")))),
        ResponseEvent.ItemDone(OutputItem.WebSearch("ws_2", OutputItem.Json(
            ("type", "search"), ("query", "a"), ("queries", new System.Text.Json.Nodes.JsonArray("a", "b"))))),
        ResponseEvent.ItemDone(OutputItem.WebSearch("ws_3", OutputItem.Json(("type", "open_page"), ("url", "https://example.com/")))),
        ResponseEvent.ItemDone(OutputItem.WebSearch("ws_4", OutputItem.Json(
            ("type", "find_in_page"), ("url", "https://example.com/"), ("pattern", "pat")))),
        ResponseEvent.ItemDone(OutputItem.WebSearch("ws_5", OutputItem.Json(("type", "dance")))),
        ResponseEvent.ItemDone(OutputItem.Message("done")),
        ResponseEvent.Completed());
}
