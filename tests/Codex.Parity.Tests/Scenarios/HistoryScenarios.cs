using System.Text.Json.Nodes;
using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Running;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Threads of 0.136.0 with everything in them, taken up by us; threads with holes; calls that were interrupted.</summary>
public sealed class HistoryScenarios
{
    private const string Picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

    private static readonly Invocation s_first = Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "first");
    private static readonly Invocation s_second = Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "resume", "--last", "second");

    [Theory]
    [InlineData("rich")]
    [InlineData("failed")]
    [InlineData("compacted")]
    [InlineData("searches")]
    public Task What_0_136_0_wrote(string kind) => BothPrograms.AgreeOnAsync(
        Two(kind) with { Runs = [s_first with { RealOnBothSides = true }, s_second] }, $"golden_{kind}");

    [Theory]
    [InlineData("rich")]
    [InlineData("failed")]
    [InlineData("compacted")]
    [InlineData("searches")]
    public Task What_we_wrote(string kind) => BothPrograms.AgreeOnAsync(
        Two(kind) with { Runs = [s_first, s_second with { RealOnBothSides = true }] }, $"golden_back_{kind}");

    [Theory]
    [InlineData("tool_search_call", """{"type":"tool_search_call","call_id":"s1","status":"completed","execution":"client","arguments":{"query":"x"}}""")]
    [InlineData("tool_search_server", """{"type":"tool_search_call","call_id":"s1","status":"completed","execution":"server","arguments":{"query":"x"}}""")]
    [InlineData("tool_search_without_id", """{"type":"tool_search_call","call_id":null,"status":"completed","execution":"client","arguments":{}}""")]
    [InlineData("tool_search_output", """{"type":"tool_search_output","call_id":"s1","status":"completed","execution":"client","tools":[]}""")]
    [InlineData("tool_search_output_of_server", """{"type":"tool_search_output","call_id":"s1","status":"completed","execution":"server","tools":[]}""")]
    [InlineData("tool_search_output_without_id", """{"type":"tool_search_output","call_id":null,"status":"completed","execution":"server","tools":[]}""")]
    [InlineData("local_shell_call", """{"type":"local_shell_call","call_id":"l1","status":"completed","action":{"type":"exec","command":["true"],"timeout_ms":null,"working_directory":null,"env":null,"user":null}}""")]
    [InlineData("local_shell_without_id", """{"type":"local_shell_call","call_id":null,"status":"completed","action":{"type":"exec","command":["true"],"timeout_ms":null,"working_directory":null,"env":null,"user":null}}""")]
    [InlineData("function_call", """{"type":"function_call","name":"f","namespace":"n","arguments":"{}","call_id":"f1"}""")]
    [InlineData("custom_tool_call", """{"type":"custom_tool_call","status":"completed","call_id":"c9","name":"x","input":"y"}""")]
    [InlineData("function_call_output", """{"type":"function_call_output","call_id":"f1","output":"lonely"}""")]
    [InlineData("custom_tool_call_output", """{"type":"custom_tool_call_output","call_id":"c9","output":"lonely"}""")]
    public Task A_call_or_an_output_by_itself(string name, string item) => BothPrograms.AgreeOnAsync(
        Two("plain") with
        {
            Runs = [s_first, s_second with { Before = (_, home) => Append(home, item) }],
            Without = [Facet.Rollouts],
        },
        $"by_itself_{name}");

    [Theory]
    [InlineData("two_commands")]
    [InlineData("shell")]
    [InlineData("session")]
    [InlineData("patch_behind")]
    public Task Calls_that_are_interrupted(string kind) => BothPrograms.AgreeOnAsync(new Scenario
    {
        Runs = [s_first with { During = InterruptAsync }, s_second],
        Config = kind == "shell" ? "features.unified_exec = false" : "",
        Script = () => [Model.Produces(Interrupted(kind)), Model.Says("better")],
        // How far the calls got by then is a race.
        Without = [Facet.Output, Facet.Files],
    }, $"interrupted_{kind}");

    private static JsonObject[] Interrupted(string kind) => kind switch
    {
        "two_commands" => [OutputItem.Exec("c1", "sleep 0.7; touch started; sleep 30"), OutputItem.Exec("c2", "sleep 31")],
        "shell" => [OutputItem.FunctionCall("c1", "shell_command", """{"command":"sleep 0.7; touch started; sleep 30"}""")],
        "session" => [OutputItem.Exec("c1", "sleep 0.7; touch started; sleep 30", ("tty", true), ("yield_time_ms", 20_000))],
        _ => [OutputItem.Exec("c1", "sleep 0.7; touch started; sleep 30"), OutputItem.Patch("c2", "*** Begin Patch\n*** Add File: n.txt\n+n\n*** End Patch")],
    };

    private static async Task InterruptAsync(LiveSide side)
    {
        await side.WaitForFileAsync("started", TestContext.Current.CancellationToken);
        side.Codex.Signal(Signals.Interrupt);
    }

    private static Scenario Two(string kind) => new()
    {
        Runs = [s_first, s_second],
        Config = kind == "compacted" ? "model_auto_compact_token_limit = 1000" : "",
        Workspace = static workspace => File.WriteAllBytes(Path.Combine(workspace, "a.png"), Convert.FromBase64String(Picture)),
        Script = () => [.. First(kind), Model.Says("second answer")],
    };

    private static Reply[] First(string kind) => kind switch
    {
        "rich" =>
        [
            Model.Produces(
                OutputItem.Reasoning("rs_1", "thinking", "more"),
                OutputItem.Message("working on it", "msg_0", "commentary"),
                OutputItem.Exec("c1", "echo hi; printf '\\377\\n'; exit 3"),
                OutputItem.FunctionCall("c2", "update_plan", """{"plan":[{"step":"s","status":"in_progress"}]}"""),
                OutputItem.FunctionCall("c3", "view_image", """{"path":"a.png"}"""),
                OutputItem.FunctionCall("c5", "no_such_tool", "not json")),
            Model.Produces(OutputItem.Patch("c4", "*** Begin Patch\n*** Add File: n.txt\n+n\n*** End Patch")),
            Model.Says("first answer").WithHeader("x-codex-primary-used-percent", "12.5").WithHeader("x-codex-primary-window-minutes", "300"),
        ],
        "failed" => [Model.Produces(OutputItem.Exec("c1", "echo hi")), Reply.WithStatus(400, "no")],
        "compacted" =>
        [
            Reply.Events(ResponseEvent.Created(), ResponseEvent.ItemDone(OutputItem.Exec("c1", "echo hi")), ResponseEvent.Completed(input: 1_500)),
            Model.Says("the summary"),
            Model.Says("first answer"),
        ],
        "searches" =>
        [
            Model.Produces(
                OutputItem.WebSearch("ws_1", OutputItem.Json(("type", "search"), ("query", "weather"))),
                OutputItem.WebSearch("ws_2", OutputItem.Json(("type", "dance"))),
                OutputItem.Json(("type", "image_generation_call"), ("id", "ig_1"), ("status", "completed"), ("revised_prompt", "a dot"), ("result", Picture)),
                OutputItem.Json(("type", "hologram"), ("id", "h1")),
                OutputItem.Message("first answer")),
        ],
        _ => [Model.Says("first answer")],
    };

    private static void Append(string home, string item) => File.AppendAllText(
        Assert.Single(Directory.GetFiles(Path.Combine(home, "sessions"), "*.jsonl", SearchOption.AllDirectories)),
        $$"""{"timestamp":"2026-01-01T00:00:00.000Z","type":"response_item","payload":{{item}}}""" + "\n");
}
