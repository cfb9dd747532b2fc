using System.Text.Json.Nodes;
using Codex.Parity.Tests.Harness;
using Codex.Parity.Tests.Harness.AppServer;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Servers that make conversations shorter themselves, and what the length of a conversation is.</summary>
public sealed class RemoteCompactionScenarios
{
    private const string Path = "/v1/responses/compact";
    private const string Limit = "model_auto_compact_token_limit = 1000";

    private const string Output =
        """
        {"object":"x","output":[
        {"type":"message","role":"developer","content":[{"type":"input_text","text":"old"}]},
        {"type":"message","role":"user","content":[{"type":"input_text","text":"<environment_context>x</environment_context>"}]},
        {"type":"message","role":"user","content":[{"type":"input_text","text":"kept"}]},
        {"type":"message","id":"m","role":"assistant","content":[{"type":"output_text","text":"said"}]},
        {"type":"function_call","name":"x","arguments":"{}","call_id":"q"},
        {"type":"compaction","id":"c","encrypted_content":"ENC"},
        {"type":"new","x":1}]}
        """;

    [Fact]
    public Task Before_a_turn() => BothPrograms.AgreeOnAsync(TwoTurns(Full(OutputItem.Message("one")), Model.Says("two")));

    [Fact]
    public Task Within_a_turn() => BothPrograms.AgreeOnAsync(
        OneTurn(Full(OutputItem.Message("let me see", "msg_0"), OutputItem.Exec("c1", "echo hi")), Model.Says("done")));

    [Fact]
    public Task Only_a_compaction_comes_back() => BothPrograms.AgreeOnAsync(
        OneTurn(Full(OutputItem.Exec("c1", "echo hi")), Model.Says("done")) with
        {
            Routes = Answers(Reply.WithStatus(200, """{"output":[{"type":"compaction_summary","encrypted_content":"ENC"}]}""")),
        });

    [Theory]
    [InlineData(400, "no")]
    [InlineData(200, "no json")]
    [InlineData(200, "{}")]
    public Task A_failure(int status, string body) => BothPrograms.AgreeOnAsync(
        TwoTurns(Full(OutputItem.Message("one")), Model.Says("two")) with { Routes = Answers(Reply.WithStatus(status, body)) },
        $"remote_failure_{status}_{body}");

    [Fact]
    public Task On_request() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () => [Model.Says("one"), Model.Says("two")],
        ProviderName = "OpenAI",
        Routes = Answers(Reply.WithStatus(200, Output)),
        Options = static (options, _) => options with { Compaction = Codex.Engine.Compaction.CompactionPlace.Endpoint },
        Steps =
        [
            AppServerStep.Turn("one"),
            new AppServerStep("thread/compact/start", """{"threadId":"{thread}"}""", "turn/completed"),
            AppServerStep.Turn("two"),
        ],
    });

    [Fact]
    public Task By_an_item_before_a_turn() => BothPrograms.AgreeOnAsync(
        ByItem(TwoTurns(Full(OutputItem.Message("one")), Compacted(), Model.Says("two"))));

    [Fact]
    public Task By_an_item_within_a_turn() => BothPrograms.AgreeOnAsync(
        ByItem(OneTurn(Full(OutputItem.Exec("c1", "echo hi")), Compacted(), Model.Says("done"))));

    [Fact]
    public Task By_an_item_that_does_not_come() => BothPrograms.AgreeOnAsync(
        ByItem(TwoTurns(Full(OutputItem.Message("one")), Model.Says("no"), Model.Says("two"))));

    [Fact]
    public Task By_an_item_after_a_broken_stream() => BothPrograms.AgreeOnAsync(
        ByItem(TwoTurns(
            Full(OutputItem.Message("one")), Reply.Events(ResponseEvent.Created()), Compacted(), Model.Says("two"))));

    [Fact]
    public Task A_model_with_a_smaller_context() => BothPrograms.AgreeOnAsync(new Scenario
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "-m", "gpt-5.4", "first"),
            Invocation.Exec("resume", "--last", "--skip-git-repo-check", "--json", "-m", "gpt-5.5", "second"),
        ],
        Config = "model_context_window = 600000",
        Script = () => [Uses(300_000, OutputItem.Message("one")), Model.Says("the summary"), Model.Says("two")],
    });

    [Fact]
    public Task A_model_with_a_smaller_context_that_is_large_enough() => BothPrograms.AgreeOnAsync(new Scenario
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "-m", "gpt-5.4", "first"),
            Invocation.Exec("resume", "--last", "--skip-git-repo-check", "--json", "-m", "gpt-5.5", "second"),
        ],
        Config = "model_context_window = 600000",
        Script = () => [Uses(200_000, OutputItem.Message("one")), Model.Says("two")],
    });

    [Fact]
    public Task Only_the_body_counts() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Uses(5_000, OutputItem.Exec("c1", "echo one")),
        Uses(5_900, OutputItem.Exec("c2", "echo two")),
        Uses(6_100, OutputItem.Exec("c3", "echo three")),
        Model.Says("the summary"),
        Uses(4_000, OutputItem.Exec("c4", "echo four")),
        Model.Says("done")) with
    { Config = Limit + "\nmodel_auto_compact_token_limit_scope = \"body_after_prefix\"" });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Reasoning_of_earlier_turns_counts_unless_the_server_counts_it(bool counted) => BothAppServers.AgreeOnAsync(
        new AppServerScenario
        {
            Script = () =>
            [
                Answer(counted, Thought(4_000), OutputItem.Message("one")),
                Answer(counted, OutputItem.Exec("c1", "true")),
                Answer(counted, OutputItem.Message("three")),
                Answer(counted, OutputItem.Message("four")),
                Answer(counted, OutputItem.Message("five")),
                Answer(counted, OutputItem.Message("six")),
            ],
            Config = Limit,
            Options = static (options, _) => options with { Model = options.Model with { AutoCompactTokenLimit = 1000 } },
            Steps = [AppServerStep.Turn("one"), AppServerStep.Turn("two"), AppServerStep.Turn("three")],
        },
        $"reasoning_{counted}");

    private static Scenario OneTurn(params IReadOnlyList<Reply> script) => Remote(Scenario.Json(script));

    private static Scenario TwoTurns(params IReadOnlyList<Reply> script) => Remote(new Scenario
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "first"),
            Invocation.Exec("resume", "--last", "--skip-git-repo-check", "--json", "second"),
        ],
        Script = () => script,
    });

    private static Scenario Remote(Scenario scenario) => scenario with
    {
        Config = Limit,
        ProviderName = "OpenAI",
        ComparedPaths = [Path],
        Routes = Answers(Reply.WithStatus(200, Output)),
    };

    private static Scenario ByItem(Scenario scenario) => scenario with
    {
        Runs = [.. scenario.Runs.Select(static run => run with { Arguments = [.. run.Arguments.SkipLast(1), "--enable", "remote_compaction_v2", run.Arguments[^1]] })],
    };

    private static Dictionary<string, Reply> Answers(Reply reply) => new() { ["POST " + Path] = reply };

    private static Reply Compacted() => Model.Produces(OutputItem.Json(("type", "compaction"), ("id", "cmp_1"), ("encrypted_content", "ENC")));

    private static Reply Answer(bool counted, params IEnumerable<JsonObject> items) =>
        counted ? Uses(900, items).WithHeader("x-reasoning-included", "true") : Uses(900, items);

    private static Reply Full(params IEnumerable<JsonObject> items) => Uses(1_500, items);

    private static Reply Uses(long tokens, params IEnumerable<JsonObject> items) =>
        Reply.Events([ResponseEvent.Created(), .. items.Select(ResponseEvent.ItemDone), ResponseEvent.Completed(input: tokens)]);

    private static JsonObject Thought(int length)
    {
        var item = OutputItem.Reasoning("rs_1");
        item["encrypted_content"] = new string('A', length);
        return item;
    }
}
