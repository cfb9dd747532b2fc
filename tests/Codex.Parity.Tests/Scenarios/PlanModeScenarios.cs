using Codex.Parity.Tests.Harness.AppServer;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Collaboration modes: what the model is told, what its plans look like to clients, and which tools it may use.</summary>
public sealed class PlanModeScenarios
{
    private const string Plan =
        ""","collaborationMode":{"mode":"plan","settings":{"model":"gpt-5.5","reasoning_effort":"medium","developer_instructions":null}}""";

    private const string Default =
        ""","collaborationMode":{"mode":"default","settings":{"model":"gpt-5.5","reasoning_effort":null,"developer_instructions":null}}""";

    [Fact]
    public Task The_presets() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Steps = [new AppServerStep("collaborationMode/list", "{}") { ComparesAnswer = true }],
    });

    [Fact]
    public Task Modes_that_change() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () => [Model.Says("one"), Model.Says("two"), Model.Says("three"), Model.Says("four"), Model.Says("five")],
        Steps =
        [
            AppServerStep.Turn("plain"),
            AppServerStep.Turn("plan", Plan),
            AppServerStep.Turn("still planning"),
            AppServerStep.Turn("work", Default),
            AppServerStep.Turn("own words", Plan.Replace("null}", "\"Think.\"}", StringComparison.Ordinal)),
        ],
    });

    [Fact]
    public Task A_mode_from_the_start() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () => [Model.Says("one")],
        Steps = [AppServerStep.Turn("plan", Plan)],
    });

    [Theory]
    [InlineData("Intro\n<prop|osed_plan>\n- one\n|- two\n</proposed|_plan>\nOutro\n")]
    [InlineData("<proposed_plan>\n- only\n</proposed_plan>\n")]
    [InlineData("\n \n|<proposed_plan>\n- only\n</proposed_plan>\n|\nAfter")]
    [InlineData("<proposed_plan>\n- never closed")]
    [InlineData("a <proposed_plan> in a line\n</proposed_plan>\n")]
    [InlineData("<proposed_plan>\n1\n</proposed_plan>\n<proposed_plan>\n2\n</proposed_plan>\n")]
    [InlineData("| |<|p|roposed|_plan|>|\n|x|\n|<|/|proposed_plan>| |\n|y")]
    [InlineData("   \n  ")]
    [InlineData("<proposed_plan>\nsee <oai-mem-citation>m</oai-mem-citation>there\n</proposed_plan>\n")]
    public Task A_proposed_plan(string deltas) => BothAppServers.AgreeOnAsync(
        new AppServerScenario
        {
            Script = () => [Model.Streams(deltas.Split('|'))],
            Steps = [AppServerStep.Turn("plan", Plan)],
        },
        $"plan_{deltas}");

    [Fact]
    public Task A_plan_that_arrives_in_one_piece() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () => [Model.Says("Intro\n<proposed_plan>\n- one\n</proposed_plan>\nOutro"), Model.Says("<proposed_plan>\n- two\n</proposed_plan>")],
        Steps = [AppServerStep.Turn("plan", Plan), AppServerStep.Turn("again")],
    });

    [Fact]
    public Task A_plan_in_default_mode_is_text() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () => [Model.Streams("<proposed_plan>\n", "- one\n</proposed_plan>\n")],
        Steps = [AppServerStep.Turn("work", Default)],
    });

    [Fact]
    public Task A_stream_that_breaks_within_a_plan() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () =>
        {
            var whole = Model.Streams("Intro\n<proposed_plan>\n- one\n", "- two\n</proposed_plan>\n");
            return [whole with { Steps = [.. whole.Steps.Take(3)] }, whole];
        },
        Steps = [AppServerStep.Turn("plan", Plan)],
    });

    [Fact]
    public Task The_to_do_list_is_refused() => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = () =>
        [
            Model.Produces(OutputItem.FunctionCall("c1", "update_plan", """{"plan":[{"step":"a","status":"pending"}]}""")),
            Model.Says("ok"),
        ],
        Steps = [AppServerStep.Turn("plan", Plan)],
    });

    [Theory]
    [InlineData("{\"answers\":{\"q\":{\"answers\":[\"A\",\"and so\"]}}}")]
    [InlineData("{\"answers\":{}}")]
    [InlineData("{\"answers\":7}")]
    public Task Questions_that_are_answered(string answer) => BothAppServers.AgreeOnAsync(
        new AppServerScenario
        {
            Script = () =>
            [
                Model.Produces(OutputItem.FunctionCall(
                    "c1",
                    "request_user_input",
                    """{"questions":[{"id":"q","header":"H","question":"Q?","isSecret":true,"options":[{"label":"A","description":"a"},{"label":"B","description":"b"}]}]}""")),
                Model.Says("ok"),
            ],
            Answers = new Dictionary<string, string> { ["item/tool/requestUserInput"] = answer },
            Steps = [AppServerStep.Turn("plan", Plan)],
        },
        $"answers_{answer}");

    [Theory]
    [InlineData("{\"questions\":[{\"id\":\"q\",\"header\":\"H\",\"question\":\"Q?\"}]}")]
    [InlineData("{\"questions\":[{\"id\":\"q\",\"header\":\"H\",\"question\":\"Q?\",\"options\":[]}]}")]
    [InlineData("{\"questions\":[{\"id\":\"q\",\"header\":\"H\",\"options\":[]}]}")]
    [InlineData("{\"questions\":[{\"id\":\"q\",\"header\":\"H\",\"question\":\"Q?\",\"options\":[{\"label\":\"a\"}]}]}")]
    [InlineData("{\"questions\":\"none\"}")]
    [InlineData("{}")]
    public Task Questions_that_are_not_asked(string arguments) => BothAppServers.AgreeOnAsync(
        new AppServerScenario
        {
            Script = () => [Model.Produces(OutputItem.FunctionCall("c1", "request_user_input", arguments)), Model.Says("ok")],
            Steps = [AppServerStep.Turn("plan", Plan)],
        },
        $"questions_{arguments}");
}
