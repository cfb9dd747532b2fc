using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Settings of config.toml in all their forms: what they do to requests and to the disk.</summary>
public sealed class SettingScenarios
{
    private static readonly Reply s_answer = Model.Says("ok").After(TimeSpan.FromMilliseconds(250));

    [Theory]
    [InlineData("tools.web_search = { context_size = \"low\" }")]
    [InlineData("tools.web_search = { context_size = \"high\", allowed_domains = [\"example.com\", \"a.example\"] }")]
    [InlineData("tools.web_search = { allowed_domains = [] }")]
    [InlineData("tools.web_search = { location = { country = \"DE\", region = \"Berlin\", city = \"Berlin\", timezone = \"Europe/Berlin\" } }")]
    [InlineData("tools.web_search = { location = { city = \"Bonn\" } }")]
    [InlineData("tools.web_search = { location = {} }")]
    [InlineData("tools.web_search = true")]
    [InlineData("tools.web_search = false")]
    [InlineData("web_search = \"disabled\"\ntools.web_search = { context_size = \"low\" }")]
    [InlineData("web_search = \"live\"\ntools.web_search = { context_size = \"medium\" }")]
    [InlineData("features.web_search_request = true")]
    [InlineData("features.web_search_cached = true")]
    [InlineData("features.web_search_request = false")]
    [InlineData("features.web_search_cached = true\nweb_search = \"live\"")]
    [InlineData("features.web_search_request = true\nweb_search = \"disabled\"")]
    [InlineData("features.standalone_web_search = true")]
    [InlineData("tools.web_search = { context_size = \"huge\" }")]
    public Task Web_search(string config) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["--json", "-s", "read-only", "hi"], Model.Says("ok")) with { Config = config }, $"search_{config}");

    [Theory]
    [InlineData("model_reasoning_effort = \"none\"")]
    [InlineData("model_reasoning_effort = \"minimal\"")]
    [InlineData("model_reasoning_effort = \"low\"")]
    [InlineData("model_reasoning_effort = \"ultra\"")]
    [InlineData("model_reasoning_summary = \"concise\"")]
    [InlineData("model_reasoning_summary = \"auto\"")]
    [InlineData("model_supports_reasoning_summaries = true\nmodel = \"gpt-4.1\"")]
    [InlineData("model_supports_reasoning_summaries = false")]
    [InlineData("model_verbosity = \"low\"")]
    [InlineData("model_verbosity = \"medium\"")]
    [InlineData("service_tier = \"fast\"")]
    [InlineData("service_tier = \"priority\"")]
    [InlineData("service_tier = \"default\"")]
    [InlineData("service_tier = \"fast\"\nfeatures.fast_mode = false")]
    [InlineData("model_context_window = 1000000")]
    [InlineData("model_context_window = 0")]
    [InlineData("model_auto_compact_token_limit = 5000000")]
    [InlineData("model_auto_compact_token_limit = -1")]
    [InlineData("tool_output_token_limit = 0")]
    [InlineData("model_auto_compact_token_limit_scope = \"body_after_prefix\"")]
    [InlineData("model_auto_compact_token_limit_scope = \"half\"")]
    public Task The_model(string config) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["--json", "-s", "read-only", "hi"], Model.Says("ok")) with
        {
            Config = config.Contains("model = ", StringComparison.Ordinal) ? "" : config,
            Runs = config.Contains("model = ", StringComparison.Ordinal)
                ? [Invocation.Exec("--skip-git-repo-check", "--json", "-s", "read-only", "-m", "gpt-4.1", "-c", "model_supports_reasoning_summaries=true", "hi")]
                : [Invocation.Exec("--skip-git-repo-check", "--json", "-s", "read-only", "hi")],
        },
        $"model_setting_{config}");

    [Theory]
    [InlineData("total")]
    [InlineData("body_after_prefix")]
    public Task What_the_limit_of_a_conversation_counts(string scope) => BothPrograms.AgreeOnAsync(Scenario.Json() with
    {
        Config = $"model_auto_compact_token_limit = 3000\nmodel_auto_compact_token_limit_scope = \"{scope}\"",
        Script = () =>
        [
            Reply.Events(ResponseEvent.Created(), ResponseEvent.ItemDone(OutputItem.Exec("c1", "true")), ResponseEvent.Completed("r1", 2500, 0, 10, 0)),
            Reply.Events(ResponseEvent.Created(), ResponseEvent.ItemDone(OutputItem.Exec("c2", "true")), ResponseEvent.Completed("r2", 3500, 0, 10, 0)),
            Reply.Events(ResponseEvent.Created(), ResponseEvent.ItemDone(OutputItem.Exec("c3", "true")), ResponseEvent.Completed("r3", 6000, 0, 10, 0)),
            Model.Says("a summary"),
            Model.Says("ok"),
            Model.Says("ok"),
        ],
    }, $"limit_counts_{scope}");

    [Theory]
    [InlineData(20, "seq 1 40")]
    [InlineData(100, "seq 1 110")]
    [InlineData(100, "seq 1 130")]
    [InlineData(1000, "seq 1 1010")]
    [InlineData(50, "printf 'é%.0s' $(seq 1 300)")]
    public Task Limits_of_tool_output(int tokens, string command) => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Produces(OutputItem.Exec("c1", command), OutputItem.Exec("c2", command, ("max_output_tokens", 10_000))), Model.Says("ok")) with
        { Config = $"tool_output_token_limit = {tokens}", Without = [Facet.Output] },
        $"limit_{tokens}_{command}");

    [Theory]
    [InlineData("developer_instructions = \"Mind the gap.\"")]
    [InlineData("developer_instructions = \"\"")]
    [InlineData("developer_instructions = \"  \\n\"")]
    [InlineData("instructions = \"Be old.\"")]
    [InlineData("instructions = \"Be old.\"\nmodel_instructions_file = \"{home}/own.md\"")]
    [InlineData("model_instructions_file = \"own.md\"")]
    [InlineData("model_instructions_file = \"{home}/missing.md\"")]
    [InlineData("model_instructions_file = \"{home}/blank.md\"")]
    [InlineData("experimental_instructions_file = \"{home}/own.md\"")]
    [InlineData("experimental_compact_prompt_file = \"{home}/missing.md\"")]
    [InlineData("experimental_compact_prompt_file = \"{home}/blank.md\"")]
    [InlineData("base_instructions = \"x\"")]
    public Task Instructions(string config) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["--json", "-s", "read-only", "hi"], Model.Says("ok")) with { Config = config, Home = WriteInstructions }, $"instructions_{config}");

    [Theory]
    [InlineData("compact_prompt = \"Sum it up.\"")]
    [InlineData("compact_prompt = \"  \"")]
    [InlineData("experimental_compact_prompt_file = \"{home}/own.md\"")]
    [InlineData("experimental_compact_prompt_file = \"{home}/own.md\"\ncompact_prompt = \"Sum it up.\"")]
    public Task What_asks_for_a_summary(string config) => BothPrograms.AgreeOnAsync(Scenario.Json() with
    {
        Config = $"model_auto_compact_token_limit = 1000\n{config}",
        Home = WriteInstructions,
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "one"),
            Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "resume", "--last", "two"),
        ],
        Script = () =>
        [
            Reply.Events(ResponseEvent.Created(), ResponseEvent.ItemDone(OutputItem.Message("one")), ResponseEvent.Completed(input: 1_500)),
            Model.Says("the summary"),
            Model.Says("two"),
        ],
    }, $"summary_{config}");

    [Theory]
    [InlineData("include_permissions_instructions = false")]
    [InlineData("include_environment_context = false")]
    [InlineData("include_collaboration_mode_instructions = false")]
    [InlineData("include_apps_instructions = false")]
    [InlineData("skills.include_instructions = false")]
    [InlineData("include_permissions_instructions = false\ninclude_environment_context = false\nskills.include_instructions = false\nproject_doc_max_bytes = 0")]
    public Task Fragments_that_are_left_out(string config) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["--json", "-s", "read-only", "hi"], Model.Says("ok")) with
        {
            Config = $"developer_instructions = \"Mind the gap.\"\n{config}",
            Workspace = static workspace => File.WriteAllText(Path.Combine(workspace, "AGENTS.md"), "local rules"),
            Home = WriteSkill,
        },
        $"left_out_{config}");

    [Fact]
    public Task All_fragments_in_their_order() => BothPrograms.AgreeOnAsync(
        new Scenario
        {
            Runs =
            [
                Invocation.Exec("--skip-git-repo-check", "--json", "-s", "workspace-write", "-c", "personality=\"friendly\"", "use $check"),
                Invocation.Exec(
                    "--skip-git-repo-check", "--json", "-s", "read-only", "-m", "gpt-5.4", "-c", "personality=\"pragmatic\"", "resume", "--last", "and $check again"),
            ],
            Script = static () => [Model.Says("one"), Model.Says("two")],
            Config = "developer_instructions = \"Mind the gap.\"",
            Workspace = static workspace => File.WriteAllText(Path.Combine(workspace, "AGENTS.md"), "local rules"),
            Home = static home =>
            {
                WriteSkill(home);
                File.WriteAllText(Path.Combine(home, "AGENTS.md"), "global rules");
            },
        });

    [Theory]
    [InlineData("", "touch {tmp}/made && echo fine; touch ../shared/made && echo fine")]
    [InlineData("exclude_tmpdir_env_var = true", "touch {tmp}/made && echo fine; touch /tmp/codex-parity-$$ && rm /tmp/codex-parity-$$ && echo fine")]
    [InlineData("exclude_slash_tmp = true", "touch {tmp}/made && echo fine; touch /tmp/codex-parity-$$ && rm /tmp/codex-parity-$$ && echo fine")]
    [InlineData("writable_roots = [\"{home}/extra/\"]", "touch $CODEX_HOME/extra/made && echo fine; touch $CODEX_HOME/made && echo fine")]
    [InlineData("writable_roots = [\"{home}/extra\", \"{ws}\", \"{home}/missing\"]", "touch $CODEX_HOME/extra/.git/made && echo fine; mkdir $CODEX_HOME/missing && echo fine")]
    [InlineData("writable_roots = [\"relative\"]", "touch relative/made && echo fine")]
    [InlineData("network_access = true", "(exec 3<>/dev/tcp/127.0.0.1/9) 2>/dev/null || echo refused; echo $CODEX_SANDBOX_NETWORK_DISABLED")]
    [InlineData("network_access = false", "echo $CODEX_SANDBOX_NETWORK_DISABLED")]
    [InlineData("writable_roots = 5", "true")]
    public Task A_workspace_that_is_written(string table, string command) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(
            ["--json", "-s", "workspace-write", "do it"],
            Model.Produces(OutputItem.Exec("c1", "exec 2>/dev/null; " + command.Replace("{tmp}", "$TMPDIR", StringComparison.Ordinal) + "; true", ("login", false))),
            s_answer) with
        {
            Tables = $"[sandbox_workspace_write]\n{table}",
            Environment = new Dictionary<string, string?> { ["TMPDIR"] = "{ws}/../user" },
            Home = static home =>
            {
                Directory.CreateDirectory(Path.Combine(home, "extra", ".git"));
                Directory.CreateDirectory(Path.Combine(home, "relative"));
            },
            Without = [Facet.Output],
        },
        $"written_{table}");

    [Fact]
    public Task A_run_that_leaves_nothing_behind() => BothPrograms.AgreeOnAsync(new Scenario
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "--ephemeral", "one"),
            Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "resume", "--last", "two"),
            Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "--ephemeral", "resume", "--last", "three"),
        ],
        Script = static () =>
        [
            Model.Produces(OutputItem.Exec("c1", "find \"$CODEX_HOME\" -name '*.jsonl'; ls \"$CODEX_HOME/sessions\" 2>&1 | sed 's/.*: //'", ("login", false))),
            Model.Says("one"),
            Model.Says("two"),
            Model.Says("three"),
        ],
        HomeFiles = ["history.jsonl", "session_index.jsonl"],
    });

    private static void WriteInstructions(string home)
    {
        File.WriteAllText(Path.Combine(home, "own.md"), "Own words.\n");
        File.WriteAllText(Path.Combine(home, "blank.md"), " \n");
    }

    private static void WriteSkill(string home)
    {
        Directory.CreateDirectory(Path.Combine(home, "skills", "check"));
        File.WriteAllText(Path.Combine(home, "skills", "check", "SKILL.md"), "---\nname: check\ndescription: Checks\n---\nLook twice.\n");
    }
}
