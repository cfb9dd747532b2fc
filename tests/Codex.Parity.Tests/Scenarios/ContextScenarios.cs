using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>What the model is told again when settings change, and what it never gets to see.</summary>
public sealed class ContextScenarios
{
    private const string Picture =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

    [Theory]
    [InlineData("gpt-5.5", "gpt-5.4")]
    [InlineData("gpt-5.4", "gpt-5.5")]
    [InlineData("gpt-5.5", "gpt-5.3-codex")]
    [InlineData("gpt-5.3-codex", "gpt-5.4-mini")]
    [InlineData("gpt-5.4-mini", "gpt-5.2")]
    [InlineData("gpt-5.2", "gpt-5.5")]
    [InlineData("gpt-5.5", "something-else")]
    public Task Another_model(string first, string second) => BothPrograms.AgreeOnAsync(
        TwoTurns([]) with { Runs = Runs(["-m", first], ["-m", second]) }, $"model_switch_{first}_{second}");

    [Theory]
    [InlineData("friendly", "gpt-5.5", "friendly")]
    [InlineData("none", "gpt-5.5", "none")]
    [InlineData("pragmatic", "gpt-5.5", "pragmatic")]
    [InlineData("without", "gpt-5.2", "friendly")]
    public Task Another_personality(string name, string model, string personality) => BothPrograms.AgreeOnAsync(
        TwoTurns([]) with { Runs = Runs(["-m", model], ["-m", model, "-c", $"personality=\"{personality}\""]) },
        $"personality_{name}");

    [Theory]
    [InlineData("friendly")]
    [InlineData("none")]
    public Task A_personality_from_the_start(string personality) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["--json", "-s", "read-only", "-c", $"personality=\"{personality}\"", "hi"], Model.Says("ok")), $"personality_start_{personality}");

    [Fact]
    public Task A_personality_with_instructions_of_the_user() => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["--json", "-s", "read-only", "hi"], Model.Says("ok")) with
        { Config = "personality = \"friendly\"\nmodel_instructions_file = \"{ws}/own.md\"", Workspace = workspace => File.WriteAllText(Path.Combine(workspace, "own.md"), "Own words.") });

    [Fact]
    public Task Personalities_switched_off() => BothPrograms.AgreeOnAsync(TwoTurns(["-c", "personality=\"friendly\"", "-c", "features.personality=false"]));

    [Fact]
    public Task Another_personality_and_another_model() => BothPrograms.AgreeOnAsync(TwoTurns(["-m", "gpt-5.4", "-c", "personality=\"friendly\""]));

    [Fact]
    public Task Nothing_changed() => BothPrograms.AgreeOnAsync(TwoTurns([]));

    [Fact]
    public Task Permissions_changed() => BothPrograms.AgreeOnAsync(TwoTurns(["--dangerously-bypass-approvals-and-sandbox"]));

    [Fact]
    public Task Permissions_changed_silently() => BothPrograms.AgreeOnAsync(
        TwoTurns(["--dangerously-bypass-approvals-and-sandbox"]) with { Config = "include_permissions_instructions = false\ninclude_environment_context = false" });

    [Fact]
    public Task A_summary_of_another_model() => BothPrograms.AgreeOnAsync(TwoTurns(["-m", "gpt-5.4"]) with
    {
        Config = "model_auto_compact_token_limit = 1000",
        Script = () =>
        [
            Reply.Events([ResponseEvent.Created(), ResponseEvent.ItemDone(OutputItem.Message("one")), ResponseEvent.Completed(input: 1_500)]),
            Model.Says("the summary"), Model.Says("two"),
        ],
    });

    [Fact]
    public Task Images_for_a_model_without_eyes() => BothPrograms.AgreeOnAsync(new Scenario
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "-i", "a.png", "look"),
            Invocation.Exec("resume", "--last", "--skip-git-repo-check", "--json", "-c", "model_catalog_json=\"{ws}/catalog.json\"", "-m", "blind", "and now"),
        ],
        Script = () => [Model.Produces(OutputItem.FunctionCall("c1", "view_image", """{"path":"a.png"}""")), Model.Says("seen"), Model.Says("blind")],
        Workspace = workspace =>
        {
            File.WriteAllBytes(Path.Combine(workspace, "a.png"), Convert.FromBase64String(Picture));
            File.WriteAllText(Path.Combine(workspace, "catalog.json"), Blind);
        },
    });

    [Fact]
    public Task An_image_of_a_tool_that_the_server_cannot_read() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(OutputItem.FunctionCall("c1", "view_image", """{"path":"a.png"}""")), InvalidImage(), Model.Says("never mind")) with
    { Workspace = workspace => File.WriteAllBytes(Path.Combine(workspace, "a.png"), Convert.FromBase64String(Picture)) });

    [Fact]
    public Task An_image_of_the_user_that_the_server_cannot_read() => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["--json", "-s", "read-only", "-i", "a.png", "look"], InvalidImage()) with
        { Workspace = workspace => File.WriteAllBytes(Path.Combine(workspace, "a.png"), Convert.FromBase64String(Picture)) });

    [Theory]
    [InlineData("call", "\"type\":\"function_call\"")]
    [InlineData("output", "\"type\":\"function_call_output\"")]
    [InlineData("patch", "\"type\":\"custom_tool_call\"")]
    [InlineData("patch_output", "\"type\":\"custom_tool_call_output\"")]
    public Task Calls_and_outputs_that_lost_each_other(string name, string lost) => BothPrograms.AgreeOnAsync(new Scenario
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "first"),
            Invocation.Exec("resume", "--last", "--skip-git-repo-check", "--json", "second") with
            {
                Before = (_, home) =>
                {
                    var rollout = Assert.Single(Directory.GetFiles(Path.Combine(home, "sessions"), "*.jsonl", SearchOption.AllDirectories));
                    File.WriteAllLines(rollout, File.ReadAllLines(rollout).Where(line => !line.Contains(lost, StringComparison.Ordinal)));
                },
            },
        ],
        Script = () =>
        [
            Model.Produces(OutputItem.Exec("c1", "echo hi"), OutputItem.Patch("c2", "*** Begin Patch\n*** Add File: n.txt\n+one\n*** End Patch")),
            Model.Says("one"),
            Model.Says("two"),
        ],
    }, $"lost_{name}");

    [Fact]
    public Task An_image_that_the_server_made() => BothPrograms.AgreeOnAsync(new Scenario
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "draw"),
            Invocation.Exec("resume", "--last", "--skip-git-repo-check", "--json", "ls") with
            {
                Before = (workspace, home) =>
                {
                    foreach (var file in Directory.GetFiles(Path.Combine(home, "generated_images"), "*", SearchOption.AllDirectories))
                        File.Copy(file, Path.Combine(workspace, Path.GetFileName(file)));
                },
            },
        ],
        Script = () =>
        [
            Model.Produces(Image("ig_1", Picture), Image("ig/../2", Picture), Image("ig_3", "no base64"), OutputItem.Message("here")),
            Model.Says("ok"),
        ],
    });

    [Fact]
    public Task An_image_that_the_server_made_in_human_form() => BothPrograms.AgreeOnAsync(
        Scenario.Human(Model.Produces(Image("ig_1", Picture), OutputItem.Message("here"))));

    private const string Blind =
        """
        {"models":[{"slug":"blind","display_name":"Blind","description":"d","default_reasoning_level":"medium",
        "supported_reasoning_levels":[{"effort":"medium","description":"m"}],"shell_type":"shell_command","visibility":"list","supported_in_api":true,
        "priority":1,"upgrade":null,"base_instructions":"Be helpful.","supports_reasoning_summaries":true,"support_verbosity":false,
        "default_verbosity":null,"apply_patch_tool_type":null,"truncation_policy":{"mode":"bytes","limit":10000},"supports_parallel_tool_calls":false,
        "context_window":100000,"experimental_supported_tools":[],"input_modalities":["text"]}]}
        """;

    private static Scenario TwoTurns(IReadOnlyList<string> second) => new()
    {
        Runs = Runs([], second),
        Script = () => [Model.Says("one"), Model.Says("two")],
    };

    private static IReadOnlyList<Invocation> Runs(IReadOnlyList<string> first, IReadOnlyList<string> second) =>
    [
        Invocation.Exec(["--skip-git-repo-check", "--json", "-s", "read-only", .. first, "first"]),
        Invocation.Exec(["resume", "--last", "--skip-git-repo-check", "--json", .. second, "second"]),
    ];

    private static Reply InvalidImage() => Reply.WithStatus(
        400, """{"error":{"message":"The image data you provided does not represent a valid image.","type":"invalid_request_error"}}""");

    private static System.Text.Json.Nodes.JsonObject Image(string id, string result) => OutputItem.Json(
        ("type", "image_generation_call"), ("id", id), ("status", "completed"), ("revised_prompt", "a dot"), ("result", result));
}
