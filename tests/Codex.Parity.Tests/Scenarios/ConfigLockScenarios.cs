using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Lock files: a session's configuration with everything resolved, written and replayed.</summary>
public sealed class ConfigLockScenarios
{
    private const string Export = "[debug.config_lockfile]\nexport_dir = \"{ws}/locks\"\n";
    private const string Head = "version = 1\ncodex_version = \"0.136.0\"\n[config]\n";

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("tools", "[tools]\nexperimental_request_user_input = {}\nweb_search = { context_size = \"low\", allowed_domains = [\"a\"], location = { timezone = \"t\", city = \"c\" } }\n[tool_suggest]\ndiscoverables = [{ id = \"x\", type = \"plugin\" }]\n")]
    [InlineData("switch", "[tools]\nweb_search = true\n")]
    [InlineData("terminal", "[tui]\ntheme = \"t\"\nstatus_line = [\"a\", \"b\"]\nnotifications = [\"n\"]\n[tui.keymap.chat]\ninterrupt_turn = \"esc\"\n[tui.model_availability_nux]\nm = 2\n")]
    [InlineData("notices", "[notice]\nhide_rate_limit_model_nudge = true\n\"hide_gpt-5.1-codex-max_migration_prompt\" = true\nhide_full_access_warning = true\n[notice.model_migrations]\na = \"b\"\n")]
    [InlineData("telemetry", "[otel]\nenvironment = \"e\"\nlog_user_prompt = true\nexporter = \"none\"\ntrace_exporter = \"none\"\nspan_attributes = { a = \"b\" }\ntracestate = { a = { b = \"c\" } }\n")]
    [InlineData("memories", "[memories]\nno_memories_if_mcp_or_web_search = true\nmax_unused_days = 900\nextract_model = \"m\"\n[skills]\ninclude_instructions = false\n[skills.bundled]\nenabled = false\n[[skills.config]]\npath = \"/x\"\nenabled = false\n")]
    [InlineData("apps", "[apps.x]\ndefault_tools_enabled = true\nenabled = false\ndefault_tools_approval_mode = \"auto\"\n[apps.x.tools.t]\napproval_mode = \"prompt\"\nenabled = true\n[apps._default]\ndestructive_enabled = false\n")]
    [InlineData("plugins", "[plugins.x.mcp_servers.m]\nenabled_tools = [\"a\"]\n[marketplaces.x]\nsource = \"y\"\nsource_type = \"git\"\nsparse_paths = [\"a\", \"b\"]\nref = \"m\"\n")]
    [InlineData("hooks", "[hooks.state.x]\nenabled = true\n[[hooks.Stop]]\nmatcher = \"m\"\n[[hooks.Stop.hooks]]\ncommand = \"true\"\ntype = \"command\"\ntimeout = 5\n")]
    [InlineData("agents", "[agents]\nmax_depth = 2\nmax_threads = 3\njob_max_runtime_seconds = 9\n[agents.b]\nnickname_candidates = [\"N\"]\ndescription = \"d\"\n[agents.a]\ndescription = \"d\"\n")]
    [InlineData("features", "[features]\nconnectors = false\nweb_search_request = true\n[features.multi_agent_v2]\nmax_concurrent_threads_per_session = 9\n[features.apps_mcp_path_override]\npath = \"/p\"\n")]
    [InlineData("environment", "[shell_environment_policy]\nset = { A = \"1\" }\ninherit = \"core\"\nexclude = [\"A\"]\n[history]\nmax_bytes = 5\n[projects.\"/b\"]\ntrust_level = \"trusted\"\n[desktop]\nz = { x = [1, 2], y = 1 }\na = 1.0\n[windows]\nsandbox_private_desktop = true\nsandbox = \"elevated\"\n")]
    [InlineData("servers", "[mcp_servers.a]\nenabled = false\ncommand = \"x\"\nstartup_timeout_ms = 1500\ntool_timeout_sec = 2\nenv_vars = [\"X\", { name = \"Y\", source = \"remote\" }]\nrequired = false\nname = \"n\"\nenabled_tools = [\"one\", \"two\"]\n[mcp_servers.a.env]\nB = \"1\"\n")]
    public Task A_file_is_written(string name, string tables) => BothPrograms.AgreeOnAsync(Turn("") with { Tables = tables + Export }, "lock_" + name);

    [Theory]
    [InlineData("plain", "notify = [\"true\"]\nproject_doc_fallback_filenames = [\"x\"]\nforced_chatgpt_workspace_id = [\"a\", \"b\"]\nfile_opener = \"none\"\nbogus = 1\nreview_model = \"r\"\ntool_output_token_limit = 500\nservice_tier = \"fast\"\nmodel_reasoning_effort = \"low\"\nplan_mode_reasoning_effort = \"high\"\nmodel_verbosity = \"low\"\nmodel_reasoning_summary = \"auto\"\noss_provider = \"ollama\"\nlog_dir = \"logs\"\nbackground_terminal_max_timeout = 1\nweb_search = \"disabled\"\ncheck_for_update_on_startup = false\nsuppress_unstable_features_warning = true\nallow_login_shell = false\nchatgpt_base_url = \"http://127.0.0.1:9/\"")]
    [InlineData("texts", "developer_instructions = \"\"\"it's \\\"q\\\"\"\"\"\ncompact_prompt = \"  c\\nd \"\nmodel = \"gpt-5.4\"")]
    [InlineData("lines", "developer_instructions = \"a\\n\\\"b\\\"\\ttab\\\\\"")]
    [InlineData("quotes", "developer_instructions = \"\"\"x\\\"\\\"\\\"y'z\"\"\"")]
    public Task Values_are_written(string name, string config) => BothPrograms.AgreeOnAsync(Turn(config) with { Tables = Export }, "lock_" + name);

    [Fact]
    public Task What_the_catalogue_decides_may_be_left_out() => BothPrograms.AgreeOnAsync(
        Turn("model = \"gpt-5.4\"") with { Tables = Export + "save_fields_resolved_from_model_catalog = false\n" });

    [Theory]
    [InlineData("nothing", null)]
    [InlineData("no_toml", "x=")]
    [InlineData("empty", "")]
    [InlineData("no_version_of_the_program", "version = 1")]
    [InlineData("no_configuration", "version = 1\ncodex_version = \"0.136.0\"")]
    [InlineData("another_version", "version = 2\ncodex_version = \"0.136.0\"\n[config]")]
    [InlineData("no_number", "version = -1\ncodex_version = \"0.136.0\"\n[config]")]
    [InlineData("a_wrong_type", Head + "model = 3")]
    [InlineData("an_unknown_word", Head + "web_search = \"zz\"")]
    [InlineData("a_relative_path", Head + "log_dir = \"rel\"")]
    [InlineData("no_table", "version = 1\ncodex_version = \"0.136.0\"\nconfig = 3")]
    [InlineData("a_profile", Head + "profile = \"zz\"")]
    [InlineData("an_unknown_provider", Head + "model_provider = \"zz\"")]
    [InlineData("another_program", "version = 1\ncodex_version = \"0.135.0\"\n[config]\n")]
    public Task A_file_that_cannot_be_replayed(string name, string? content) => BothPrograms.AgreeOnAsync(Replay(content), "lock_replay_" + name);

    [Fact]
    public Task A_session_is_replayed() => BothPrograms.AgreeOnAsync(Replayed() with { Runs = [Exporting(), Replaying()] });

    [Fact]
    public Task A_session_of_the_original_is_replayed() => BothPrograms.AgreeOnAsync(
        Replayed() with { Runs = [Exporting() with { RealOnBothSides = true }, Replaying()] });

    [Fact]
    public Task Another_session_is_shown_with_its_differences() => BothPrograms.AgreeOnAsync(
        Replayed() with { Runs = [Exporting(), Replaying("-m", "gpt-5.2"), Replaying("-c", "model=gpt-5.2")] });

    private static Scenario Turn(string config) => new()
    {
        Runs = [Invocation.Exec("--skip-git-repo-check", "-s", "read-only", "hi")],
        Script = static () => [Model.Says("ok")],
        Config = "instructions = \"I\"\n" + config,
    };

    private static Scenario Replay(string? content) => Turn("") with
    {
        Tables = "[debug.config_lockfile]\nload_path = \"{ws}/lock.toml\"\n",
        Workspace = workspace =>
        {
            if (content is not null)
                File.WriteAllText(Path.Combine(workspace, "lock.toml"), content);
        },
    };

    private static Scenario Replayed() => Turn("") with { Script = static () => [Model.Says("one"), Model.Says("two")] };

    private static Invocation Exporting() => Invocation.Exec(
        "--skip-git-repo-check", "-s", "read-only", "-c", "debug.config_lockfile.export_dir=\"{ws}/locks\"", "hi");

    private static Invocation Replaying(params string[] options) => Invocation.Exec(
        ["--skip-git-repo-check", "-s", "read-only", "-c", "debug.config_lockfile.load_path=\"{ws}/lock.toml\"", .. options, "hi"]) with
    {
        Before = static (workspace, _) => File.Copy(
            Assert.Single(Directory.GetFiles(Path.Combine(workspace, "locks"))), Path.Combine(workspace, "lock.toml"), overwrite: true),
    };
}
