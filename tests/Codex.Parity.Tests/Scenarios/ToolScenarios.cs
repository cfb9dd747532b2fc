using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Tools other than commands and patches, and calls that are wrong.</summary>
public sealed class ToolScenarios
{
    // The smallest PNG: one pixel.
    private const string Pixel =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public Task Calls_that_cannot_be_dispatched() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(
            OutputItem.FunctionCall("c1", "no_such_tool", "{}"),
            OutputItem.CustomCall("c2", "no_such_custom", "text"),
            OutputItem.FunctionCall("c3", "apply_patch", "{\"input\":\"x\"}"),
            OutputItem.CustomCall("c4", "exec_command", "echo hi")),
        Model.Says("ok")));

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"cmd\":7}")]
    [InlineData("{\"cmd\":\"true\",\"tty\":\"yes\"}")]
    [InlineData("{\"cmd\":\"true\"")]
    [InlineData("{\"cmd\":\"printf extra\",\"unknown\":1}")]
    [InlineData("{\"cmd\":\"true\",\"cmd\":\"false\"}")]
    [InlineData("{\"cmd\":\"true\",\"yield_time_ms\":-1}")]
    [InlineData("{\"cmd\":null}")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("\"text\"")]
    [InlineData("{\"cmd\":7")]
    [InlineData("{\"cmd\":-1,\"yield_")]
    [InlineData("{\"cmd\":{\"a\":[1,]}}")]
    [InlineData("{\"cmd\":{\"a\":1,}}")]
    [InlineData("{\"cmd\":1.")]
    [InlineData("{\"cmd\":1e")]
    [InlineData("{\"cmd\":\"a\tb\"}")]
    [InlineData("{\"cmd\":\"\\ud800\"}")]
    [InlineData("{\"no\":1} x")]
    [InlineData("{\"cmd\":\"true\",\"environment_id\":\"local\"}")]
    [InlineData("{\"cmd\":5,\"environment_id\":\"elsewhere\"}")]
    [InlineData("{\"cmd\":\"true\",\"environment_id\":5}")]
    public Task Arguments_of_exec_command(string arguments) => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Produces(OutputItem.FunctionCall("c1", "exec_command", arguments)), Model.Says("ok")),
        $"arguments_{arguments}");

    [Fact]
    public Task A_patch_as_a_function() => BothPrograms.AgreeOnAsync(Scenario.Human(
        Model.Produces(OutputItem.FunctionCall("c1", "apply_patch", "{\"input\":\"x\"}")), Model.Says("ok")));

    [Fact]
    public Task Arguments_of_exec_command_in_a_list() => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Produces(OutputItem.FunctionCall("c1", "exec_command", "[1]")), Model.Says("ok")) with
        {
            Deviations =
            [
                new Deviation("TOOL-ARGS", Facet.Requests, IsRefusedList),
                new Deviation("TOOL-ARGS", Facet.Rollouts, IsRefusedList),
            ],
        });

    [Theory]
    [InlineData("write_stdin", "{\"session_id\":\"x\"}")]
    [InlineData("write_stdin", "{}")]
    [InlineData("update_plan", "{\"plan\":[{\"step\":\"a\",\"status\":\"later\"}]}")]
    [InlineData("update_plan", "{\"plan\":[{\"step\":\"a\"}]}")]
    [InlineData("view_image", "{\"path\":1}")]
    [InlineData("view_image", "{}")]
    [InlineData("view_image", "{\"path\":\"a\",\"environment_id\":\"elsewhere\"}")]
    [InlineData("view_image", "{\"path\":\"a\",\"detail\":\"low\",\"environment_id\":\"elsewhere\"}")]
    [InlineData("view_image", "{\"x\":\"\t\",\"path\":1")]
    [InlineData("write_stdin", "{\"session_id\":1,\"x\":[1,],\"chars\":\"\"}")]
    [InlineData("update_plan", "{\"plan\":[],\"x\":1.}")]
    public Task Arguments_of_other_tools(string tool, string arguments) => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Produces(OutputItem.FunctionCall("c1", tool, arguments)), Model.Says("ok")),
        $"arguments_{tool}_{arguments}");

    [Fact]
    public Task A_tool_search_that_cannot_be_read() => BothPrograms.AgreeOnAsync(
        Scenario.Json(
            Model.Produces(OutputItem.Json(
                ("type", "tool_search_call"), ("call_id", "s1"), ("status", "completed"), ("execution", "client"), ("arguments", OutputItem.Json(("query", 5))))),
            Model.Says("ok")) with
        { Deviations = [new Deviation("TOOL-SEARCH", Facet.Rollouts, static line => line.Contains("_output\"", StringComparison.Ordinal))] });

    [Fact]
    public Task A_plan_that_is_updated() => BothPrograms.AgreeOnAsync(Scenario.Json(Plans()));

    [Fact]
    public Task A_plan_that_is_updated_in_human_form() => BothPrograms.AgreeOnAsync(Scenario.Human(Plans()));

    [Fact]
    public Task Questions_to_the_user_are_refused() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(OutputItem.FunctionCall(
            "c1",
            "request_user_input",
            """{"questions":[{"id":"q","header":"H","question":"Q?","options":[{"label":"A","description":"a"},{"label":"B","description":"b"}]}]}""")),
        Model.Says("ok")));

    [Fact]
    public Task Images_that_can_be_viewed() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(
            OutputItem.FunctionCall("c1", "view_image", """{"path":"pixel.png"}"""),
            OutputItem.FunctionCall("c2", "view_image", """{"path":"pixel.png","detail":"original"}""")),
        Model.Says("ok")) with
    { Workspace = WritePixel });

    [Fact]
    public Task Images_that_cannot_be_viewed() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(
            OutputItem.FunctionCall("c1", "view_image", """{"path":"missing.png"}"""),
            OutputItem.FunctionCall("c2", "view_image", """{"path":"."}"""),
            OutputItem.FunctionCall("c3", "view_image", """{"path":"text.txt"}"""),
            OutputItem.FunctionCall("c4", "view_image", """{"path":"broken.png"}"""),
            OutputItem.FunctionCall("c5", "view_image", """{"path":"pixel.png","detail":"low"}""")),
        Model.Says("ok")) with
    {
        Workspace = workspace =>
        {
            WritePixel(workspace);
            File.WriteAllText(Path.Combine(workspace, "text.txt"), "just words");
            File.WriteAllBytes(Path.Combine(workspace, "broken.png"), Convert.FromBase64String(Pixel)[..40]);
        },
    });

    [Fact]
    public Task Prompt_images() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["--json", "-s", "read-only", "-i", "pixel.png", "-i", "missing.png,text.txt", "--", "look"], Model.Says("ok")) with
    {
        Workspace = workspace =>
        {
            WritePixel(workspace);
            File.WriteAllText(Path.Combine(workspace, "text.txt"), "just words");
        },
    });

    private static bool IsRefusedList(string line) =>
        line.Contains("failed to parse function arguments: invalid type", StringComparison.Ordinal);

    private static Codex.TestSupport.Http.Reply[] Plans() =>
    [
        Model.Produces(OutputItem.FunctionCall(
            "c1", "update_plan", """{"explanation":"because","plan":[{"step":"one","status":"in_progress"},{"step":"two","status":"pending"}]}""")),
        Model.Produces(OutputItem.FunctionCall(
            "c2", "update_plan", """{"plan":[{"step":"one","status":"completed"},{"step":"two","status":"in_progress"}]}""")),
        Model.Says("ok"),
    ];

    private static void WritePixel(string workspace) =>
        File.WriteAllBytes(Path.Combine(workspace, "pixel.png"), Convert.FromBase64String(Pixel));
}
