using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Keys of config.toml that change a request or a tool.</summary>
public sealed class ConfigurationScenarios
{
    [Theory]
    [InlineData("web_search = \"disabled\"")]
    [InlineData("web_search = \"cached\"")]
    [InlineData("web_search = \"live\"")]
    [InlineData("sandbox_mode = \"workspace-write\"")]
    [InlineData("sandbox_mode = \"danger-full-access\"")]
    [InlineData("approval_policy = \"on-request\"")]
    [InlineData("model_reasoning_effort = \"xhigh\"")]
    [InlineData("model_reasoning_summary = \"none\"")]
    [InlineData("service_tier = \"flex\"")]
    [InlineData("personality = \"friendly\"")]
    [InlineData("personality = \"none\"")]
    [InlineData("include_permissions_instructions = false")]
    [InlineData("model_context_window = 100000")]
    [InlineData("unknown_key_at_the_top = true")]
    public Task A_key(string line) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["hi"], Model.Says("ok")) with { Config = line }, $"key_{line}");

    [Theory]
    [InlineData("[tools]\nview_image = false")]
    [InlineData("[features]\nshell_tool = false")]
    [InlineData("[sandbox_workspace_write]\nnetwork_access = true")]
    [InlineData("[shell_environment_policy]\ninherit = \"none\"")]
    public Task A_table(string table) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["-s", "workspace-write", "hi"], Model.Says("ok")) with
        {
            Tables = table.StartsWith("[features]", StringComparison.Ordinal) ? "" : table,
            Config = table.StartsWith("[features]", StringComparison.Ordinal) ? "features.shell_tool = false" : "",
        },
        $"table_{table}");

    [Fact]
    public Task A_limit_for_tool_output() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(OutputItem.Exec("c1", "seq 1 3000")), Model.Says("ok")) with
    { Config = "tool_output_token_limit = 100" });

    [Fact]
    public Task Other_marks_of_a_project_root() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["--json", "-s", "read-only", "-C", "sub", "hi"], Model.Says("ok")) with
    {
        Config = "project_root_markers = [\".root\"]",
        Workspace = workspace =>
        {
            Directory.CreateDirectory(Path.Combine(workspace, "sub"));
            File.WriteAllText(Path.Combine(workspace, ".root"), "");
            File.WriteAllText(Path.Combine(workspace, "AGENTS.md"), "root rules");
        },
    });

    [Fact]
    public Task Instructions_from_a_file() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["--json", "-s", "read-only", "hi"], Model.Says("ok")) with
    {
        Config = "model_instructions_file = \"{home}/instructions.md\"",
        Home = home => File.WriteAllText(Path.Combine(home, "instructions.md"), "Be brief.\n"),
    });

    [Fact]
    public Task A_catalogue_of_models() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["--json", "-s", "read-only", "-m", "mine", "hi"],
        Model.Produces(OutputItem.Exec("c1", "seq 1 3000")),
        Model.Says("ok")) with
    {
        Config = "model_catalog_json = \"{home}/models.json\"",
        Home = home => File.WriteAllText(Path.Combine(home, "models.json"), """
            {"models":[{"slug":"mine","display_name":"Mine","description":null,"default_reasoning_level":"low",
            "supported_reasoning_levels":[{"effort":"low","description":"l"}],"shell_type":"shell_command","visibility":"list",
            "supported_in_api":true,"priority":1,"availability_nux":null,"upgrade":null,"base_instructions":"Be nice.",
            "supports_reasoning_summaries":true,"support_verbosity":false,"default_verbosity":null,"apply_patch_tool_type":null,
            "truncation_policy":{"mode":"bytes","limit":1000},"supports_parallel_tool_calls":false,"context_window":50000,
            "experimental_supported_tools":[]}]}
            """),
    });

    [Theory]
    [InlineData("{\"models\":[]}")]
    [InlineData("{ not json")]
    [InlineData("{\"models\":[{\"slug\":\"x\"}]}")]
    public Task A_catalogue_that_cannot_be_used(string catalogue) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["-s", "read-only", "hi"], Model.Says("ok")) with
        {
            Config = "model_catalog_json = \"{home}/models.json\"",
            Home = home => File.WriteAllText(Path.Combine(home, "models.json"), catalogue),
        },
        $"catalogue_{catalogue}");
}
