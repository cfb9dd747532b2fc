using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary><c>codex doctor</c>: checks, states and facts in different surroundings.</summary>
public sealed class DoctorScenarios
{
    private const string Stored = """{"auth_mode":"chatgpt","OPENAI_API_KEY":null,"tokens":{"id_token":"e30.e30.s","access_token":"","refresh_token":"","account_id":"a"}}""";

    [Fact]
    public Task Nothing_is_configured() => BothPrograms.AgreeOnAsync(Doctor("chatgpt_base_url = \"http://127.0.0.1:{port}/backend\""));

    [Fact]
    public Task A_provider_that_answers() => BothPrograms.AgreeOnAsync(Doctor(Provider("env_key = \"FAKE_KEY\"")) with
    {
        Routes = new Dictionary<string, Reply> { ["HEAD /v1"] = Reply.WithStatus(200), ["GET /v1/models"] = Reply.WithStatus(401) },
    });

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(204)]
    public Task Answers_of_the_models_route(int status) => BothPrograms.AgreeOnAsync(
        Doctor(Provider("requires_openai_auth = true")) with
        {
            Routes = new Dictionary<string, Reply> { ["GET /v1/models"] = Reply.WithStatus(status) },
            Environment = Variables(("CODEX_API_KEY", "sk-secret")),
        },
        $"doctor_route_{status}");

    [Fact]
    public Task A_provider_that_is_not_there() => BothPrograms.AgreeOnAsync(
        Doctor(Provider("env_key = \"MISSING_KEY\"").Replace("{port}", "9", StringComparison.Ordinal)));

    [Fact]
    public Task A_provider_with_sockets_that_refuses_them() => BothPrograms.AgreeOnAsync(Doctor(Provider("supports_websockets = true")));

    [Fact]
    public Task An_address_that_is_none() => BothPrograms.AgreeOnAsync(
        Doctor(Provider("").Replace("http://127.0.0.1:{port}/v1", "nonsense", StringComparison.Ordinal)));

    [Fact]
    public Task A_proxy_that_is_not_there() => BothPrograms.AgreeOnAsync(Doctor(Provider("")) with
    {
        Environment = Variables(("HTTP_PROXY", "http://user:secret@127.0.0.1:9"), ("no_proxy", "example.com")),
    });

    [Theory]
    [InlineData("CODEX_CA_CERTIFICATE", "/nowhere/ca.pem")]
    [InlineData("SSL_CERT_FILE", "/etc")]
    public Task Certificates_that_are_none(string variable, string path) => BothPrograms.AgreeOnAsync(
        Doctor(Provider("")) with { Environment = Variables((variable, path)) }, $"doctor_{variable}");

    [Theory]
    [InlineData("model = 5")]
    [InlineData("model = ")]
    [InlineData("model_provider = \"nope\"")]
    public Task A_configuration_that_cannot_be_used(string config) => BothPrograms.AgreeOnAsync(
        Doctor(config) with
        {
            Deviations = [new("DOC-1", Facet.Output, static line => line.StartsWith("  config.toml:", StringComparison.Ordinal))],
        },
        $"doctor_{config}");

    [Theory]
    [InlineData("{\"OPENAI_API_KEY\":\"sk-secret\"}")]
    [InlineData(Stored)]
    [InlineData("{\"auth_mode\":\"apikey\"}")]
    [InlineData("not json")]
    public Task Stored_logins(string login) => BothPrograms.AgreeOnAsync(
        Doctor(Provider("requires_openai_auth = true", "chatgpt_base_url = \"http://127.0.0.1:{port}/backend\"")) with { Home = home => File.WriteAllText(Path.Combine(home, "auth.json"), login) },
        $"doctor_{login}");

    [Fact]
    public Task Credentials_in_variables() => BothPrograms.AgreeOnAsync(
        Doctor(Provider("requires_openai_auth = true")) with
        {
            Environment = Variables(("OPENAI_API_KEY", "sk-one"), ("CODEX_API_KEY", "sk-two")),
            Home = home => File.WriteAllText(Path.Combine(home, "auth.json"), Stored),
        });

    [Fact]
    public Task Servers_of_tools() => BothPrograms.AgreeOnAsync(Doctor(Provider("") + """

        [mcp_servers.missing]
        command = "not-there-at-all"
        env_vars = ["NOT_SET"]

        [mcp_servers.far]
        url = "http://127.0.0.1:9/mcp"
        required = true

        [mcp_servers.off]
        command = "sh"
        enabled = false

        [mcp_servers.lost]
        command = "/bin/sh"
        cwd = "/not/there"
        """));

    [Theory]
    [InlineData("[\"project\", \"bogus\", \"status\", \"bogus\"]")]
    [InlineData("[]")]
    public Task Titles_of_the_terminal(string items) => BothPrograms.AgreeOnAsync(
        Doctor(Provider("") + $"\n[tui]\nterminal_title = {items}"), $"doctor_title_{items}");

    [Fact]
    public Task A_terminal_with_problems() => BothPrograms.AgreeOnAsync(Doctor(Provider("")) with
    {
        Environment = Variables(
            ("TERM", "dumb"),
            ("LC_ALL", "de_DE.ISO-8859-1"),
            ("LINES", "10"),
            ("COLUMNS", "60"),
            ("COLORTERM", "truecolor"),
            ("TERM_PROGRAM", "WezTerm"),
            ("TERM_PROGRAM_VERSION", "1.2"),
            ("SSH_TTY", ""),
            ("TERMINFO", "/not/there")),
    });

    [Fact]
    public Task Permissions_and_features() => BothPrograms.AgreeOnAsync(Doctor(Provider("", "sandbox_mode = \"danger-full-access\"\napproval_policy = \"never\"") + """

        [features]
        goals = false
        web_search_request = true
        """));

    [Fact]
    public Task A_repository() => BothPrograms.AgreeOnAsync(Doctor(Provider("")) with
    {
        Workspace = static workspace =>
        {
            WriteSearchProgram(workspace);
            File.WriteAllText(Path.Combine(workspace, ".git"), "gitdir: /elsewhere/x\n");
        },
    });

    [Fact]
    public Task State_of_earlier_sessions() => BothPrograms.AgreeOnAsync(Doctor(Provider("")) with
    {
        Runs =
        [
            Invocation.Exec("--skip-git-repo-check", "-s", "read-only", "hi") with { RealOnBothSides = true },
            new Invocation
            {
                Arguments = ["doctor", "--json"],
                Before = static (_, home) =>
                {
                    var folder = Directory.CreateDirectory(Path.Combine(home, "archived_sessions")).FullName;
                    File.WriteAllText(Path.Combine(folder, "rollout-2026-01-01T00-00-00-0190f0e0-0000-7000-8000-000000000001.jsonl"), "no json\n");
                    File.WriteAllText(Path.Combine(home, "version.json"), "{\"latest_version\":\"0.200.0\",\"last_checked_at\":\"2026-01-01T00:00:00Z\"}");
                },
            },
        ],
        Script = static () => [Model.Says("ok")],
        OutputView = static output => output.StartsWith('{') ? Sizeless(DoctorReports.Json(output)) : "",
        Without = [Facet.Requests, Facet.Error, Facet.Rollouts],
    });

    [Theory]
    [InlineData("--ascii", "--summary")]
    [InlineData("--ascii", "--no-color", "--all")]
    public Task The_report_for_people(params string[] arguments) => BothPrograms.AgreeOnAsync(
        Doctor(Provider("")) with
        {
            Runs = [new Invocation { Arguments = ["doctor", .. arguments] }],
            OutputView = DoctorReports.Rows,
            Routes = new Dictionary<string, Reply> { ["GET /v1/models"] = Reply.WithStatus(200) },
        },
        $"doctor{string.Concat(arguments)}");

    private static string Provider(string lines, string before = "") => $$"""
        {{before}}
        model_provider = "fake"
        [model_providers.fake]
        name = "fake"
        base_url = "http://127.0.0.1:{port}/v1"
        {{lines}}
        """;

    private static Scenario Doctor(string config) => new()
    {
        Runs = [new Invocation { Arguments = ["doctor", "--json"] }],
        WholeConfig = config,
        OutputView = DoctorReports.Json,
        Environment = Variables(),
        Workspace = WriteSearchProgram,
    };

    // The real binary brings its own ripgrep along.
    private static Dictionary<string, string?> Variables(params IEnumerable<(string Name, string? Value)> variables) =>
        variables.Append((Name: "PATH", Value: "{ws}/programs:{PATH}")).ToDictionary(static pair => pair.Name, static pair => pair.Value);

    private static void WriteSearchProgram(string workspace)
    {
        var program = Path.Combine(Directory.CreateDirectory(Path.Combine(workspace, "programs")).FullName, "rg");
        File.WriteAllText(program, "#!/bin/sh\necho ripgrep 1.0\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    // The size of a rollout differs from run to run.
    private static string Sizeless(string report) => string.Join('\n', report.Split('\n').Select(static line =>
        line.Contains(" total bytes", StringComparison.Ordinal) ? line[..line.IndexOf("files", StringComparison.Ordinal)] : line));
}
