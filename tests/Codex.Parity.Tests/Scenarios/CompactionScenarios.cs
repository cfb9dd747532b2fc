using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Conversations that become too long: what the model is asked, what takes their place, and how they go on.</summary>
public sealed class CompactionScenarios
{
    private const string Limit = "model_auto_compact_token_limit = 1000";

    [Fact]
    public Task Within_a_turn() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Full(OutputItem.Message("let me see", "msg_0"), OutputItem.Exec("c1", "echo hi")), Model.Says("the summary"), Model.Says("done")) with
    { Config = Limit });

    [Fact]
    public Task Within_a_turn_in_human_form() => BothPrograms.AgreeOnAsync(Scenario.Human(
        Full(OutputItem.Exec("c1", "echo hi")), Model.Says("the summary"), Model.Says("done")) with
    { Config = Limit });

    [Fact]
    public Task Before_a_turn() => BothPrograms.AgreeOnAsync(TwoTurns(Full(OutputItem.Message("one")), Model.Says("the summary"), Model.Says("two")));

    [Fact]
    public Task A_turn_that_ends_full_is_left_alone() => BothPrograms.AgreeOnAsync(
        Scenario.Json(Full(OutputItem.Message("one"))) with { Config = Limit });

    [Fact]
    public Task Below_the_limit() => BothPrograms.AgreeOnAsync(TwoTurns(Model.Says("one"), Model.Says("two")));

    [Fact]
    public Task Nine_tenths_of_the_window_are_the_limit() => BothPrograms.AgreeOnAsync(
        TwoTurns(Uses(8_990, OutputItem.Message("one")), Model.Says("two"), Model.Says("three")) with
        { Config = "model_context_window = 10000\nmodel_auto_compact_token_limit = 100000" });

    [Fact]
    public Task Tool_output_counts_before_the_server_counts_it() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Uses(500, OutputItem.Exec("c1", "head -c 2400 /dev/zero | tr '\\0' x")), Model.Says("the summary"), Model.Says("done")) with
    { Config = Limit });

    [Fact]
    public Task Reasoning_of_earlier_turns_counts() => BothPrograms.AgreeOnAsync(TwoTurns(
        Uses(900, Thought(1500), OutputItem.Message("one")), Model.Says("two"), Model.Says("three"), Model.Says("four")) with
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "first"),
            Invocation.Exec("resume", "--last", "--skip-git-repo-check", "--json", "second"),
            Invocation.Exec("resume", "--last", "--skip-git-repo-check", "--json", "third"),
        ],
        Script = () => [Uses(900, Thought(4000), OutputItem.Message("one")), Uses(900, OutputItem.Message("two")), Model.Says("three"), Model.Says("four")],
    });

    [Fact]
    public Task Twice_in_a_thread() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Full(OutputItem.Exec("c1", "echo one")),
        Model.Says("first summary"),
        Full(OutputItem.Exec("c2", "echo two")),
        Model.Says("second summary"),
        Model.Says("done")) with
    { Config = Limit });

    [Fact]
    public Task A_compacted_thread_is_resumed() => BothPrograms.AgreeOnAsync(Resumed(realFirst: false));

    [Fact]
    public Task A_thread_that_the_real_one_compacted_is_resumed() => BothPrograms.AgreeOnAsync(Resumed(realFirst: true));

    [Fact]
    public Task Long_messages_of_the_user_are_shortened() => BothPrograms.AgreeOnAsync(TwoTurns(
        Full(OutputItem.Message("one")), Model.Says("the summary"), Model.Says("two")) with
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "-s", "danger-full-access", "-").WithInput(string.Concat(Enumerable.Repeat("0123456789", 6_000))),
            Invocation.Exec("resume", "--last", "--skip-git-repo-check", "-").WithInput(string.Concat(Enumerable.Repeat("abcdefghij", 4_000))),
            Invocation.Exec("resume", "--last", "--skip-git-repo-check", "third"),
        ],
        Script = () => [Model.Says("one"), Full(OutputItem.Message("two")), Model.Says("the summary"), Model.Says("three")],
        Config = "model_auto_compact_token_limit = 60000",
        Without = [Facet.Error],
    });

    [Fact]
    public Task A_prompt_of_the_user() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Full(OutputItem.Exec("c1", "echo hi")), Model.Says("the summary"), Model.Says("done")) with
    { Config = Limit + "\ncompact_prompt = \" Sum it up. \"" });

    [Fact]
    public Task A_summary_that_is_empty() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Full(OutputItem.Exec("c1", "echo hi")), Model.Produces(), Model.Says("done")) with
    { Config = Limit });

    [Fact]
    public Task A_summary_with_reasoning() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Full(OutputItem.Exec("c1", "echo hi")), Model.Produces(OutputItem.Reasoning("rs_1", "hm"), OutputItem.Message("the summary")), Model.Says("done")) with
    { Config = Limit });

    [Fact]
    public Task A_failure_is_tried_again() => BothPrograms.AgreeOnAsync(TwoTurns(
        Full(OutputItem.Message("one")), Reply.WithStatus(400, "no"), Model.Says("the summary"), Model.Says("two")));

    [Fact]
    public Task A_failure_ends_the_turn() => BothPrograms.AgreeOnAsync(TwoTurns(
        Full(OutputItem.Message("one")), Reply.WithStatus(400, "no"), Reply.WithStatus(400, "not again"), Model.Says("two")));

    [Fact]
    public Task A_failure_within_a_turn() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Full(OutputItem.Exec("c1", "echo hi")), Reply.WithStatus(400, "no"), Reply.WithStatus(400, "not again")) with
    { Config = Limit });

    [Fact]
    public Task What_is_still_too_long_loses_its_oldest_items() => BothPrograms.AgreeOnAsync(TwoTurns(
        Model.Produces(OutputItem.Exec("c1", "echo hi")), Full(OutputItem.Message("one")), TooLong(), TooLong(), TooLong(), TooLong(), Model.Says("the summary"), Model.Says("two")));

    [Fact]
    public Task What_cannot_be_shortened_ends_the_turn() => BothPrograms.AgreeOnAsync(TwoTurns(
        Full(OutputItem.Message("one")), TooLong(), TooLong(), TooLong(), TooLong(), TooLong()));

    private static Scenario TwoTurns(params IReadOnlyList<Reply> script) => new()
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "first"),
            Invocation.Exec("resume", "--last", "--skip-git-repo-check", "--json", "second"),
        ],
        Script = () => script,
        Config = Limit,
    };

    private static Scenario Resumed(bool realFirst) => new()
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "-s", "danger-full-access", "first") with { RealOnBothSides = realFirst },
            Invocation.Exec("resume", "--last", "--skip-git-repo-check", "second"),
            Invocation.Exec("resume", "--last", "--skip-git-repo-check", "third"),
        ],
        Script = () =>
        [
            Full(OutputItem.Exec("c1", "echo one")), Model.Says("first summary"), Uses(2_000, OutputItem.Message("one")),
            Model.Says("second summary"), Model.Says("two"), Model.Says("three"),
        ],
        Config = Limit,
        Without = [Facet.Error],
    };

    private static Reply Full(params IEnumerable<System.Text.Json.Nodes.JsonObject> items) => Uses(1_500, items);

    private static Reply Uses(long tokens, params IEnumerable<System.Text.Json.Nodes.JsonObject> items) =>
        Reply.Events([ResponseEvent.Created(), .. items.Select(ResponseEvent.ItemDone), ResponseEvent.Completed(input: tokens)]);

    private static Reply TooLong() => Reply.Events([ResponseEvent.Created(), ResponseEvent.Failed("context_length_exceeded", "too long")]);

    private static System.Text.Json.Nodes.JsonObject Thought(int length)
    {
        var item = OutputItem.Reasoning("rs_1");
        item["encrypted_content"] = new string('A', length);
        return item;
    }
}
