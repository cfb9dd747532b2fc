using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Local model servers: what is asked of them and what is said about them.</summary>
public sealed class OssScenarios
{
    private const string Pull = """
        {"status":"pulling manifest"}
        {"status":"pulling layer","digest":"sha256:1","total":2147483648}
        {"status":"pulling layer","digest":"sha256:1","total":2147483648,"completed":1073741824}
        {"status":"verifying sha256 digest"}
        {"status":"success"}

        """;

    [Fact]
    public Task Ollama_has_the_default_model() => BothPrograms.AgreeOnAsync(Ollama() with { Script = () => [Model.Says("ok")] });

    [Fact]
    public Task Ollama_pulls_a_missing_model() => BothPrograms.AgreeOnAsync(
        With(Ollama("-m", "phi:1") with { Script = () => [Model.Says("ok")] }, "POST /api/pull", Reply.Raw(Pull)));

    [Theory]
    [InlineData("{\"version\":\"0.13.3\"}")]
    [InlineData("{\"version\":\"v0.9.0-rc1\"}")]
    [InlineData("{\"version\":\"0.13.4-rc1\"}")]
    [InlineData("{\"version\":\"0.0.0\"}")]
    [InlineData("{\"version\":\"weird\"}")]
    [InlineData("{}")]
    [InlineData("<html>")]
    public Task Versions_of_ollama(string answer) => BothPrograms.AgreeOnAsync(
        With(Ollama() with { Script = () => [Model.Says("ok")] }, "GET /api/version", Reply.WithStatus(200, answer)), $"ollama_version_{answer}");

    [Theory]
    [InlineData("GET /v1/models", 500, "")]
    [InlineData("GET /api/version", 404, "")]
    [InlineData("GET /api/tags", 500, "")]
    [InlineData("GET /api/tags", 200, "<html>")]
    [InlineData("GET /api/tags", 200, "{}")]
    public Task Unusable_answers_of_ollama(string route, int status, string body) => BothPrograms.AgreeOnAsync(
        With(Ollama() with { Script = () => [Model.Says("ok")] }, route, Reply.WithStatus(status, body)), $"ollama_{route}_{status}_{body}");

    [Theory]
    [InlineData(404, "")]
    [InlineData(200, "{\"status\":\"pulling manifest\"}\n{\"error\":\"pull model manifest: file does not exist\"}\n")]
    [InlineData(200, "{\"status\":\"step\"}\n\nnot json\n")]
    public Task Pulls_that_fail(int status, string body) => BothPrograms.AgreeOnAsync(
        With(Ollama("-m", "nope"), "POST /api/pull", Reply.WithStatus(status, body)), $"ollama_pull_{status}_{body}");

    [Fact]
    public Task Lm_studio_has_the_model() => BothPrograms.AgreeOnAsync(LmStudio("-m", "have") with
    {
        // The model is loaded beside the turn.
        Script = () => [Reply.To(Answer), Reply.To(Answer)],
        Without = [Facet.Requests],
    });

    [Theory]
    [InlineData(500, "")]
    [InlineData(200, "{\"data\":[]}")]
    public Task Unusable_answers_of_lm_studio(int status, string body) => BothPrograms.AgreeOnAsync(
        With(LmStudio(), "GET /v1/models", Reply.WithStatus(status, body)), $"lmstudio_{status}_{body}");

    [Fact]
    public Task Lm_studio_downloads_with_its_own_program() => BothPrograms.AgreeOnAsync(LmStudio() with
    {
        Script = () => [Reply.To(Answer), Reply.To(Answer)],
        Without = [Facet.Requests],
        Environment = new Dictionary<string, string?>
        {
            ["CODEX_OSS_PORT"] = "{port}",
            ["HOME"] = "{home}",
        },
        Home = home =>
        {
            var directory = Directory.CreateDirectory(Path.Combine(home, ".lmstudio", "bin")).FullName;
            var program = Path.Combine(directory, "lms");
            File.WriteAllText(program, "#!/bin/sh\necho \"got $*\"\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        },
    });

    [Theory]
    [InlineData("ollama")]
    [InlineData("lmstudio")]
    public Task Servers_that_are_not_there(string provider) => BothPrograms.AgreeOnAsync(
        Local(provider) with { Environment = new Dictionary<string, string?> { ["CODEX_OSS_BASE_URL"] = "http://127.0.0.1:9/v1" } }, $"{provider}_is_not_there");

    [Fact]
    public Task A_base_url_without_a_version_is_probed_natively() => BothPrograms.AgreeOnAsync(
        With(Ollama() with { Script = () => [Model.Says("ok")] }, "GET /deep/api/tags", Reply.WithStatus(200, """{"models":[{"name":"gpt-oss:20b"}]}""")) with
        {
            Environment = new Dictionary<string, string?> { ["CODEX_OSS_BASE_URL"] = "http://127.0.0.1:{port}/deep/" },
        });

    [Theory]
    [InlineData]
    [InlineData("--local-provider", "nope")]
    [InlineData("--local-provider", "ollama-chat")]
    [InlineData("-c", "oss_provider=nope")]
    [InlineData("-c", "oss_provider=ollama-chat")]
    public Task A_provider_must_be_known(params string[] arguments) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["--oss", .. arguments, "hi"]), $"oss_{string.Join('_', arguments)}");

    [Fact]
    public Task The_configuration_chooses_the_local_provider() => BothPrograms.AgreeOnAsync(
        Ollama() with { Runs = [Invocation.Exec("--skip-git-repo-check", "--oss", "--json", "hi")], Config = "oss_provider = \"ollama\"", Script = () => [Model.Says("ok")] });

    private static Reply Answer(CapturedRequest request) =>
        request.Text.Contains("max_output_tokens", StringComparison.Ordinal) ? Reply.WithStatus(200, "{}") : Model.Says("ok");

    private static Scenario Ollama(params string[] arguments) => With(
        With(Local("ollama", arguments), "GET /api/version", Reply.WithStatus(200, """{"version":"0.14.1"}""")),
        "GET /api/tags",
        Reply.WithStatus(200, """{"models":[{"name":"gpt-oss:20b"}]}"""));

    private static Scenario LmStudio(params string[] arguments) => With(
        Local("lmstudio", arguments), "GET /v1/models", Reply.WithStatus(200, """{"data":[{"id":"have"}]}"""));

    private static Scenario Local(string provider, params string[] arguments) =>
        With(
            Scenario.Turn(["--oss", "--local-provider", provider, "--json", "-s", "read-only", .. arguments, "hi"]),
            "GET /v1/models",
            Reply.WithStatus(200, "{}")) with
        {
            ComparesAllRequests = true,
            Environment = new Dictionary<string, string?> { ["CODEX_OSS_PORT"] = "{port}" },
        };

    private static Scenario With(Scenario scenario, string route, Reply reply) =>
        scenario with { Routes = new Dictionary<string, Reply>(scenario.Routes) { [route] = reply } };
}
