using System.Text;
using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Where values come from and which of them count; what is said about those that cannot be used.</summary>
public sealed class ConfigLayerScenarios
{
    private const string Trusted = "[projects.\"{ws}\"]\ntrust_level = \"trusted\"";

    [Theory]
    [InlineData("-c|model=o9")]
    [InlineData("-c|model=\"o9\"")]
    [InlineData("-c|model='o9'")]
    [InlineData("-c|  model  =  o9  ")]
    [InlineData("-c|model_providers.fake.http_headers.X-A=1")]
    [InlineData("-c|model_providers.fake.http_headers={X-A=\"1\"}")]
    [InlineData("-c|model_providers.fake.query_params.a=\"b c\"")]
    [InlineData("-c|include_environment_context=false")]
    [InlineData("-c|model=5")]
    [InlineData("-c|model=1979-05-27")]
    [InlineData("-c|developer_instructions=")]
    [InlineData("-c|developer_instructions=grüße 🎉")]
    [InlineData("-c|developer_instructions=\"a\\nb\"")]
    [InlineData("-c|developer_instructions={a")]
    [InlineData("-c|developer_instructions=\"\"\"x")]
    [InlineData("-c|foo")]
    [InlineData("-c|=x")]
    [InlineData("-c|a..b=1")]
    [InlineData("-c|model=a|-c|model=b")]
    [InlineData("-c|model=a|-m|b")]
    [InlineData("-c|model.x=1")]
    [InlineData("-c|web_search=true")]
    [InlineData("-c|web_search=live")]
    [InlineData("-c|use_legacy_landlock=true")]
    [InlineData("-c|features.shell_tool=false")]
    [InlineData("-c|features.shell_tool=1")]
    [InlineData("-c|features.nope=true")]
    [InlineData("-c|features.web_search_request=true")]
    [InlineData("-c|features.web_search_cached=false")]
    [InlineData("-c|experimental_use_unified_exec_tool=false")]
    [InlineData("-c|suppress_unstable_features_warning=true|--enable|enable_mcp_apps")]
    [InlineData("--enable|enable_mcp_apps")]
    [InlineData("--disable|shell_tool|--enable|shell_tool")]
    [InlineData("--enable|nope")]
    [InlineData("--enable|codex_hooks")]
    [InlineData("--disable|steer")]
    [InlineData("--strict-config|-c|nope.x=1")]
    [InlineData("--strict-config|-c|features.nope=true")]
    [InlineData("--strict-config|-c|model=5")]
    [InlineData("-c|model_provider=zz")]
    [InlineData("-c|profile=x")]
    [InlineData("-c|service_tier=weird")]
    [InlineData("-c|model_reasoning_effort=max")]
    [InlineData("-c|model_verbosity=loud")]
    [InlineData("-c|personality=rude")]
    [InlineData("-c|approval_policy={granular={sandbox_approval=true,rules=true,mcp_elicitations=true}}")]
    [InlineData("-c|approval_policy={granular={rules=true}}")]
    [InlineData("-c|agents.max_threads=0")]
    [InlineData("-c|agents.max_depth=0")]
    [InlineData("-c|agents.foo=1")]
    [InlineData("-c|features.multi_agent_v2={enabled=true,min_wait_timeout_ms=-1}")]
    [InlineData("-c|features.multi_agent_v2={enabled=true,tool_namespace=\"mcp\"}")]
    [InlineData("-c|model_providers.openai={name=\"x\"}")]
    [InlineData("-c|model_providers.p={name=\"\"}")]
    [InlineData("-c|model_providers.p={name=\"p\",wire_api=\"chat\"}")]
    [InlineData("-c|model_providers.p={name=\"p\",env_key=\"X\",auth={command=\"x\"}}")]
    [InlineData("-c|mcp_servers.a={command=\"x\",url=\"u\"}")]
    [InlineData("-c|mcp_servers.a={}")]
    [InlineData("-c|tui.keymap.global.nope=\"a\"")]
    [InlineData("-c|tui.keymap.global.copy=\"hyper-a\"")]
    [InlineData("-c|project_doc_max_bytes=-1")]
    [InlineData("-c|mcp_oauth_callback_port=70000")]
    [InlineData("-c|experimental_thread_store_endpoint=x")]
    [InlineData("-c|model_instructions_file=nope.md")]
    [InlineData("-c|debug.config_lockfile.load_path=nope.toml")]
    [InlineData("--oss")]
    [InlineData("-p|a/b")]
    [InlineData("-p|nothing")]
    public Task Options(string options) => BothPrograms.AgreeOnAsync(Turn(options), $"options_{options}");

    [Theory]
    [InlineData("-p|w", "model = \"w\"\nmodel_verbosity = \"high\"")]
    [InlineData("-p|w|-c|model=c", "model = \"w\"\nmodel_verbosity = \"high\"")]
    [InlineData("-p|w|-m|flag", "model = \"w\"")]
    [InlineData("-p|w", "model = 5")]
    [InlineData("-p|w", "model = ")]
    [InlineData("-p|w", "profile = \"w\"")]
    [InlineData("-p|w|--strict-config", "nope = 1")]
    [InlineData("-p|w", "project_doc_fallback_filenames = [\"B.md\"]")]
    [InlineData("-p|w", "[model_providers.fake.http_headers]\nX-B = \"2\"")]
    [InlineData("-p|w", "[projects.\"{ws}\"]\ntrust_level = \"trusted\"")]
    public Task A_profile(string options, string profile) => BothPrograms.AgreeOnAsync(
        Turn(options) with
        {
            Config = "project_doc_fallback_filenames = [\"A.md\", \"B.md\"]",
            Provider = "http_headers = { X-A = \"1\" }",
            Home = home => File.WriteAllText(Path.Combine(home, "w.config.toml"), profile),
            Workspace = workspace =>
            {
                File.WriteAllText(Path.Combine(workspace, "A.md"), "a doc");
                File.WriteAllText(Path.Combine(workspace, "B.md"), "b doc");
            },
        },
        $"profile_{options}_{profile}");

    [Theory]
    [InlineData("[profiles.w]\nmodel = \"p\"", "")]
    [InlineData("[profiles.w]\nmodel = 5", "")]
    [InlineData("[profiles.w]\nmodel = \"p\"", "-p|w")]
    [InlineData("[history]\npersistence = \"none\"\nmax_bytes = 5", "")]
    [InlineData("[history]\npersistence = \"some\"", "")]
    [InlineData("[tui]\nfoo = 1\n[history]\nbar = 2", "--strict-config")]
    [InlineData("[history]\npersistence = \"some\"", "--strict-config")]
    [InlineData("[agents.rev]\ndescription = \"d\"\nconfig_file = \"nope.toml\"", "")]
    [InlineData("[agents.rev]\nnickname_candidates = [\"a\"]", "")]
    [InlineData("[agents.rev]\ndescription = \"d\"\nnickname_candidates = []", "")]
    [InlineData("[agents.rev]\ndescription = \"d\"\nnickname_candidates = [\"a\", \"a\"]", "")]
    [InlineData("[mcp_servers.a]\nurl = \"u\"\nbearer_token = \"x\"", "")]
    [InlineData("[model_providers.p]\nname = \"p\"\n[model_providers.p.auth]\ncommand = \"x\"\ntimeout_ms = 0", "")]
    [InlineData("[shell_environment_policy]\ninherit = \"some\"", "")]
    [InlineData("[sandbox_workspace_write]\nwritable_roots = \"x\"", "")]
    [InlineData("[projects.\"{ws}\"]\ntrust_level = \"maybe\"", "")]
    [InlineData("[projects.\"{ws}\"]\ntrust_level = 5", "")]
    [InlineData("[hooks]\nState = 1\n[hooks.state.x]\nenabled = \"a\"", "")]
    [InlineData("[notice.model_migrations]\na = 1", "")]
    public Task A_table(string table, string options) => BothPrograms.AgreeOnAsync(Turn(options) with { Tables = table }, $"table_{table}_{options}");

    [Theory]
    [InlineData("", "", "model = \"proj\"\nmodel_verbosity = \"high\"")]
    [InlineData(Trusted, "", "model = \"proj\"\nmodel_verbosity = \"high\"")]
    [InlineData(Trusted, "-c|model=c", "model = \"proj\"")]
    [InlineData("[projects.\"{ws}\"]\ntrust_level = \"untrusted\"", "", "model = \"proj\"")]
    [InlineData(Trusted, "", "model_provider = \"x\"\nnotify = [\"a\"]\nopenai_base_url = \"u\"\nprofile = \"q\"\n[otel]\nenvironment = \"e\"\n[profiles.a]")]
    [InlineData(Trusted, "", "a =")]
    [InlineData("", "", "a =")]
    [InlineData(Trusted, "", "model = 5")]
    [InlineData(Trusted, "--strict-config", "nope = 5")]
    [InlineData(Trusted, "", "model_instructions_file = \"i.md\"")]
    [InlineData("", "", "model = \"p\"\n[projects.\"{ws}\"]\ntrust_level = \"trusted\"")]
    [InlineData(Trusted, "-c|project_root_markers=[]", "model = \"proj\"")]
    [InlineData(Trusted, "-c|project_root_markers=x", "model = \"proj\"")]
    public Task A_project(string trust, string options, string project) => BothPrograms.AgreeOnAsync(
        Turn(options) with
        {
            Tables = trust,
            Workspace = workspace =>
            {
                var folder = Directory.CreateDirectory(Path.Combine(workspace, ".codex")).FullName;
                File.WriteAllText(Path.Combine(folder, "config.toml"), project.Replace("{ws}", workspace, StringComparison.Ordinal));
                File.WriteAllText(Path.Combine(folder, "i.md"), "instructions of the project");
            },
        },
        $"project_{trust}_{options}_{project}");

    [Theory]
    [InlineData("a = 1\na = 2\n")]
    [InlineData("[a]\n[a]\n")]
    [InlineData("a.b = 1\n[a]\n")]
    [InlineData("model = \"abc\n")]
    [InlineData("model = \"\"\"abc\n")]
    [InlineData("model = \"a\u0001b\"\n")]
    [InlineData("model = \"\\q\"\n")]
    [InlineData("\tmodel = = 5\n")]
    [InlineData("\"key\" = \"value\" x\n")]
    [InlineData("model_context_window = 1e3\n")]
    [InlineData("model_context_window = 0xZZ\n")]
    [InlineData("model_context_window = 99999999999999999999\n")]
    [InlineData("tui = {\n theme = \"x\"\n}\nmodel = 5\n")]
    [InlineData("\uFEFFmodel = 5\n")]
    [InlineData("model = \"x\"\r\nmodel_verbosity = \"no\"\r\n")]
    [InlineData("[[mcp_servers]]\ncommand = \"x\"\n")]
    [InlineData("notify = \"x\"\n")]
    [InlineData("project_doc_fallback_filenames = [1]\n")]
    [InlineData("approval_policy = \"always\"\n")]
    [InlineData("sandbox_mode = [\"read-only\"]\n")]
    [InlineData("model = 2026-01-01T00:00:00Z\nweb_search = 1979-05-27\n")]
    public Task A_file_that_cannot_be_used(string content) => BothPrograms.AgreeOnAsync(
        Turn("") with { WholeConfig = content }, $"file_{content}");

    [Theory]
    [InlineData("[features\n", "")]
    [InlineData("model = 5\n", "")]
    [InlineData("model = \"a\"\nmodel = \"b\"\n", "")]
    [InlineData("sandbox_mode = 5\n", "")]
    [InlineData("[features]\nmemories = 1\n", "")]
    [InlineData("profile = \"x\"\n", "")]
    [InlineData("", "-c|model=5")]
    [InlineData("", "-c|model")]
    [InlineData("[features]\nmemories = true\n", "-c|features.shell_tool=false|--enable|goals|--disable|apps")]
    [InlineData("[features]\ncollab = false\ncode_mode_only = true\nenable_fanout = true\nsteer = false\nundo = true\nnope = true\n", "")]
    [InlineData("experimental_use_unified_exec_tool = false\n", "")]
    public Task Features_are_listed_or_not(string content, string options) => BothPrograms.AgreeOnAsync(
        Turn("") with
        {
            WholeConfig = content,
            Runs = [new Invocation { Arguments = ["features", "list", .. options.Split('|', StringSplitOptions.RemoveEmptyEntries)] }],
        },
        $"features_{content}_{options}");

    [Fact]
    public Task Bytes_that_are_not_utf8() => BothPrograms.AgreeOnAsync(Turn("") with
    {
        Home = home => File.WriteAllBytes(Path.Combine(home, "config.toml"), Encoding.Latin1.GetBytes("model = \"\u00ff\"\n")),
    });

    [Fact]
    public Task A_directory_in_place_of_the_file() => BothPrograms.AgreeOnAsync(Turn("") with
    {
        Home = home =>
        {
            File.Delete(Path.Combine(home, "config.toml"));
            Directory.CreateDirectory(Path.Combine(home, "config.toml"));
        },
    });

    [Fact]
    public Task Variables_from_a_file() => BothPrograms.AgreeOnAsync(Turn("") with
    {
        Provider = "env_http_headers = { X-One = \"ONE\", X-Two = \"TWO\", X-Home = \"CODEX_SQLITE_HOME\" }",
        Home = home => File.WriteAllText(Path.Combine(home, ".env"), "export ONE='a b'\nFAKE_KEY=fromfile\nTWO=\"${ONE}c\" # d\nCODEX_SQLITE_HOME=/x\nnot a line\nTHREE=1\n"),
    });

    [Fact]
    public Task Folders_on_the_way_down_to_the_working_directory() => BothPrograms.AgreeOnAsync(Scenario.Turn(["-C", "sub", "hi"], Model.Says("ok")) with
    {
        Tables = Trusted,
        Workspace = workspace =>
        {
            Directory.CreateDirectory(Path.Combine(workspace, ".git"));
            Write(workspace, ".codex/config.toml", "model = \"root\"\nmodel_verbosity = \"high\"\n");
            Write(workspace, "sub/.codex/config.toml", "model = \"sub\"\n");
        },
    });

    [Fact]
    public Task Roles_in_files() => BothPrograms.AgreeOnAsync(Turn("") with
    {
        Home = home =>
        {
            Write(home, "agents/x.toml", "name = \"x\"\ndescription = \"d\"\ndeveloper_instructions = \"i\"\n");
            Write(home, "agents/bad.toml", "foo =\n");
            Write(home, "agents/type.toml", "name = \"t\"\nmodel = 5\n");
            Write(home, "agents/more/other.toml", "description = \"d\"\n");
            Write(home, "agents/twice.toml", "name = \"x\"\ndescription = \"d\"\ndeveloper_instructions = \"i\"\n");
            Write(home, "agents/unknown.toml", "name = \"u\"\ndescription = \"d\"\ndeveloper_instructions = \"i\"\nfoo = 1\n");
        },
    });

    private static Scenario Turn(string options) =>
        Scenario.Turn([.. options.Split('|', StringSplitOptions.RemoveEmptyEntries), "hi"], Model.Says("ok"));

    private static void Write(string directory, string path, string content)
    {
        var file = Path.Combine(directory, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
