using Codex.Parity.Tests.Harness;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Configurations as <c>codex mcp list --json</c> shows them: files, layers, profiles, options and the environment.</summary>
public sealed class McpListScenarios
{
    private const string One = "[mcp_servers.one]\ncommand = \"one\"\n";

    [Theory]
    [InlineData("[mcp_servers.a]\ncommand = \"srv\"\nargs = []")]
    [InlineData("[mcp_servers.a]\ncommand = \"srv\"\nargs = [\"-x\", \"\", \"ü \\\"q\\\"\"]\nenv = { B = \"2\" }")]
    [InlineData("mcp_servers = { b = { command = \"x\" }, a = { command = \"y\" }, \"c d\" = { command = \"z\" } }")]
    [InlineData("mcp_servers.x.command = \"dotted\"\nmcp_servers.x.cwd = \"relative/dir\"")]
    [InlineData("[mcp_servers.a]\ncommand = \"s\"\nenv_vars = [\"HOME\", { name = \"L\", source = \"local\" }, { name = \"R\", source = \"remote\" }, { name = \"N\" }]")]
    [InlineData("[mcp_servers.a]\ncommand = \"s\"\nstartup_timeout_sec = 1\ntool_timeout_sec = 0.25")]
    [InlineData("[mcp_servers.a]\ncommand = \"s\"\nstartup_timeout_ms = 1500")]
    [InlineData("[mcp_servers.a]\ncommand = \"s\"\nstartup_timeout_ms = 1500\nstartup_timeout_sec = 3")]
    [InlineData("[mcp_servers.a]\ncommand = \"s\"\nenabled = false")]
    [InlineData("[mcp_servers.a]\ncommand = \"s\"\nunknown_key = 1")]
    [InlineData("[mcp_servers.a]\ncommand = \"s\"\nenabled_tools = [\"t\"]\n[mcp_servers.a.tools.t]\napproval_mode = \"approve\"")]
    [InlineData("[mcp_servers.a]\ncommand = \"s\"\nrequired = true\nsupports_parallel_tool_calls = true\nenvironment_id = \"other\"")]
    [InlineData("[mcp_servers.a]\nurl = \"http://127.0.0.1:9/x\"\nbearer_token_env_var = \"T\"\nscopes = [\"s\"]\noauth_resource = \"r\"")]
    [InlineData("[mcp_servers.a]\nurl = \"http://127.0.0.1:9/x\"\nenabled = false\nhttp_headers = { Z = \"1\" }\nenv_http_headers = { Y = \"V\" }")]
    [InlineData("[mcp_servers.a]\nurl = \"http://127.0.0.1:9/x\"\nbearer_token = \"secret\"")]
    [InlineData("[mcp_servers.a]\nurl = \"http://127.0.0.1:9/x\"\ncommand = \"both\"")]
    [InlineData("[mcp_servers.a]\nurl = \"http://127.0.0.1:9/x\"\nargs = [\"x\"]")]
    [InlineData("[mcp_servers.a]\ncommand = \"s\"\nhttp_headers = {}")]
    [InlineData("[mcp_servers.a]\nenabled = true")]
    [InlineData("[mcp_servers.a]\ncommand = 5")]
    [InlineData("[mcp_servers.a]\ncommand = \"s\"\ndefault_tools_approval_mode = \"sometimes\"")]
    [InlineData("[mcp_servers.a]\ncommand = \"s\"\ntool_timeout_sec = -1.0")]
    [InlineData("[mcp_servers.\"bad name!\"]\ncommand = \"s\"")]
    [InlineData("[mcp_servers.a]\ncommand = \"s\"\n[mcp_servers.a]\ncommand = \"t\"")]
    [InlineData("mcp_servers = []")]
    public Task A_file(string toml) => BothPrograms.AgreeOnAsync(List(toml), $"mcp_file_{toml}");

    [Theory]
    [InlineData("-c", "mcp_servers.one.enabled=false")]
    [InlineData("-c", "mcp_servers.one.args=[\"a\", 'b']", "-c", "mcp_servers.one.env.K=v")]
    [InlineData("-c", "mcp_servers.two={command=\"x\"}")]
    [InlineData("-c", "mcp_servers.one={url=\"http://127.0.0.1:9/y\"}")]
    [InlineData("-c", "mcp_servers.one.startup_timeout_sec=fast")]
    [InlineData("--enable", "nope_nope")]
    public Task Options(params string[] options) => BothPrograms.AgreeOnAsync(List(One, options), $"mcp_options_{string.Join(' ', options)}");

    [Fact]
    public Task Variables_of_the_users_env_file_fill_no_settings() => BothPrograms.AgreeOnAsync(
        List("[mcp_servers.a]\nurl = \"http://127.0.0.1:9/x\"\nenv_http_headers = { Authorization = \"FROM_FILE\" }") with
        {
            Home = static home => File.WriteAllText(Path.Combine(home, ".env"), "FROM_FILE='Bearer x'\n"),
        });

    [Fact]
    public Task A_profile_is_checked_but_not_shown() => BothPrograms.AgreeOnAsync(List(One) with
    {
        Runs = [new Invocation { Arguments = ["-p", "work", "mcp", "list", "--json"] }, new Invocation { Arguments = ["-p", "broken", "mcp", "list", "--json"] }],
        Home = static home =>
        {
            File.WriteAllText(Path.Combine(home, "work.config.toml"), "[mcp_servers.two]\ncommand = \"two\"\n");
            File.WriteAllText(Path.Combine(home, "broken.config.toml"), "[mcp_servers.two]\ncommand = 2\n");
        },
    });

    [Theory]
    [InlineData("trusted")]
    [InlineData("untrusted")]
    public Task A_project_adds_its_servers_when_it_is_trusted(string level) => BothPrograms.AgreeOnAsync(
        List($"{One}\n[projects.\"{{ws}}\"]\ntrust_level = \"{level}\"\n") with
        {
            Workspace = static workspace =>
            {
                Directory.CreateDirectory(Path.Combine(workspace, ".git"));
                Directory.CreateDirectory(Path.Combine(workspace, ".codex"));
                File.WriteAllText(Path.Combine(workspace, ".codex/config.toml"), "[mcp_servers.one]\nargs = [\"of the project\"]\n[mcp_servers.project]\ncommand = \"./tool\"\ncwd = \"sub\"\n");
            },
        },
        $"mcp_project_{level}");

    private static Scenario List(string toml, params string[] options) => new()
    {
        WholeConfig = toml + "\n",
        Runs = [new Invocation { Arguments = ["mcp", "list", "--json", .. options] }],
    };
}
