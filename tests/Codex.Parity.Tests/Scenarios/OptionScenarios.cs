using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Options of exec and what configuration adds to a request.</summary>
public sealed class OptionScenarios
{
    private const string Schema = """{"type":"object","properties":{"z":{"type":"string"},"a":{"type":"number"}},"required":["z"],"additionalProperties":false}""";

    [Fact]
    public Task The_last_message_goes_to_a_file() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["-s", "read-only", "-o", "last.txt", "hi"], Model.Says("the end")));

    [Fact]
    public Task No_last_message_leaves_an_empty_file() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["-s", "read-only", "-o", "last.txt", "hi"], Model.Produces()));

    [Fact]
    public Task A_last_message_file_that_cannot_be_written() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["-s", "read-only", "-o", "no/such/dir/last.txt", "hi"], Model.Says("the end")));

    [Fact]
    public Task A_failed_turn_writes_no_last_message() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["-s", "read-only", "-o", "last.txt", "hi"], Codex.TestSupport.Http.Reply.WithStatus(400, "no")));

    [Fact]
    public Task An_output_schema() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["--json", "-s", "read-only", "--output-schema", "schema.json", "hi"], Model.Says("{\"z\":\"x\"}")) with
    { Workspace = workspace => File.WriteAllText(Path.Combine(workspace, "schema.json"), Schema) });

    [Fact]
    public Task Another_working_directory() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["--json", "-s", "workspace-write", "-C", "sub", "-o", "last.txt", "hi"],
        Model.Produces(OutputItem.Exec("c1", "pwd; touch here")),
        Model.Says("ok")) with
    { Workspace = workspace => Directory.CreateDirectory(Path.Combine(workspace, "sub")) });

    [Fact]
    public Task More_writable_directories() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["-s", "workspace-write", "-C", "sub", "--add-dir", "{ws}/other", "--add-dir", "{ws}/missing", "hi"],
        Model.Produces(OutputItem.Exec("c1", "touch ../other/made")),
        Model.Says("ok").After(TimeSpan.FromMilliseconds(250))) with
    {
        Workspace = workspace =>
        {
            Directory.CreateDirectory(Path.Combine(workspace, "sub"));
            Directory.CreateDirectory(Path.Combine(workspace, "other"));
        },
    });

    [Fact]
    public Task An_ephemeral_run() => BothPrograms.AgreeOnAsync(Scenario.Turn(["--json", "-s", "read-only", "--ephemeral", "hi"], Model.Says("ok")));

    [Theory]
    [InlineData("always")]
    [InlineData("never")]
    public Task Colours(string when) => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["-s", "danger-full-access", "--color", when, "hi"],
        Model.Produces(
            OutputItem.Reasoning("rs_1", "thinking"),
            OutputItem.Exec("c1", "echo hi"),
            OutputItem.FunctionCall("c2", "update_plan", """{"explanation":"why","plan":[{"step":"a","status":"completed"},{"step":"b","status":"in_progress"},{"step":"c","status":"pending"}]}""")),
        Model.Produces(OutputItem.Exec("c3", "exit 2")),
        Model.Produces(OutputItem.Patch("c4", "*** Begin Patch\n*** Add File: n.txt\n+one\n*** End Patch")),
        Model.Says("ok")), $"colour_{when}");

    [Fact]
    public Task Bypassing_everything() => BothPrograms.AgreeOnAsync(new Scenario
    {
        Runs = [Invocation.Exec("--dangerously-bypass-approvals-and-sandbox", "hi")],
        Script = () => [Model.Produces(OutputItem.Exec("c1", "rm -rf old; touch new")), Model.Says("ok")],
        Workspace = workspace => Directory.CreateDirectory(Path.Combine(workspace, "old")),
    });

    [Fact]
    public Task The_chain_of_instructions() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["--json", "-s", "read-only", "-C", "sub/deep", "hi"], Model.Says("ok")) with
    {
        Config = "developer_instructions = \"Mind the gap.\"\nproject_doc_fallback_filenames = [\"NOTES.md\"]",
        Home = home => File.WriteAllText(Path.Combine(home, "AGENTS.md"), "global rules\n"),
        Workspace = workspace =>
        {
            Directory.CreateDirectory(Path.Combine(workspace, ".git"));
            Directory.CreateDirectory(Path.Combine(workspace, "sub", "deep"));
            File.WriteAllText(Path.Combine(workspace, "AGENTS.md"), "root rules\n\n");
            File.WriteAllText(Path.Combine(workspace, "sub", "AGENTS.md"), "not this");
            File.WriteAllText(Path.Combine(workspace, "sub", "AGENTS.override.md"), "override rules");
            File.WriteAllText(Path.Combine(workspace, "sub", "deep", "NOTES.md"), "fallback rules");
        },
    });

    [Fact]
    public Task Instructions_beyond_the_budget() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["--json", "-s", "read-only", "-C", "sub", "hi"], Model.Says("ok")) with
    {
        Config = "project_doc_max_bytes = 25",
        Workspace = workspace =>
        {
            Directory.CreateDirectory(Path.Combine(workspace, ".git"));
            Directory.CreateDirectory(Path.Combine(workspace, "sub"));
            File.WriteAllText(Path.Combine(workspace, "AGENTS.md"), "twenty bytes of text");
            File.WriteAllText(Path.Combine(workspace, "sub", "AGENTS.md"), "cut in the middle");
        },
    });

    [Fact]
    public Task Headers_and_query_of_a_provider() => BothPrograms.AgreeOnAsync(Scenario.Json(Model.Says("ok")) with
    {
        Provider = """
            query_params = { "api-version" = "2026 01" }
            http_headers = { "X-Static" = "fixed", "X-Other" = "two" }
            env_http_headers = { "X-From-Env" = "HEADER_VALUE", "X-Unset" = "NOT_THERE", "X-Blank" = "BLANK" }
            """,
        Environment = new Dictionary<string, string?> { ["HEADER_VALUE"] = "v", ["BLANK"] = "  " },
    });

    [Fact]
    public Task A_profile_and_overrides() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["-p", "fancy", "-c", "model_reasoning_effort=\"low\"", "-c", "hide_agent_reasoning=true", "-s", "read-only", "hi"],
        Model.Produces(OutputItem.Reasoning("rs_1", "hidden"), OutputItem.Message("ok"))) with
    {
        Home = home => File.WriteAllText(Path.Combine(home, "fancy.config.toml"), "model = \"gpt-5.4\"\nmodel_verbosity = \"medium\"\n"),
    });

    [Fact]
    public Task A_trusted_project_has_its_own_configuration() => BothPrograms.AgreeOnAsync(Scenario.Turn(["hi"], Model.Says("ok")) with
    {
        Tables = "[projects.\"{ws}\"]\ntrust_level = \"trusted\"",
        Workspace = ProjectConfiguration,
    });

    [Fact]
    public Task An_untrusted_project_has_no_say() => BothPrograms.AgreeOnAsync(Scenario.Turn(["hi"], Model.Says("ok")) with
    {
        Tables = "[projects.\"{ws}\"]\ntrust_level = \"untrusted\"",
        Workspace = ProjectConfiguration,
    });

    [Fact]
    public Task The_user_configuration_is_ignored() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        [
            "--json", "--ignore-user-config", "-s", "read-only", "-c", "model_provider=fake",
            "-c", "model_providers.fake={name=\"fake\",base_url=\"http://127.0.0.1:1/v1\",request_max_retries=0,stream_max_retries=0}",
            "-c", "features.goals=false", "-c", "features.multi_agent=false", "-c", "features.plugins=false", "-c", "features.apps=false",
            "-c", "skills.bundled.enabled=false", "hi",
        ]));

    [Theory]
    [InlineData("prompt", "-s", "danger-full-access", "hi")]
    [InlineData("no_prompt", "-s", "danger-full-access")]
    [InlineData("json", "-s", "danger-full-access", "--json", "hi")]
    public Task On_a_terminal(string name, params string[] arguments) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(arguments, Model.Produces(OutputItem.Exec("c1", "echo hi")), Model.Says("the end")) with
        {
            // script(1) gives the program a terminal on all three streams and passes its exit code on.
            Wrapper = ["/bin/bash", "-c", "printf -v line '%q ' \"$@\"; exec script -qfec \"$line\" /dev/null", "bash"],
        },
        $"terminal_{name}");

    [Fact]
    public Task The_version() => BothPrograms.AgreeOnAsync(new Scenario { Runs = [new Invocation { Arguments = ["--version"] }] });

    private static void ProjectConfiguration(string workspace)
    {
        Directory.CreateDirectory(Path.Combine(workspace, ".git"));
        Directory.CreateDirectory(Path.Combine(workspace, ".codex"));
        File.WriteAllText(Path.Combine(workspace, ".codex", "config.toml"), "model = \"gpt-5.4\"\nmodel_reasoning_effort = \"high\"\n");
    }
}
