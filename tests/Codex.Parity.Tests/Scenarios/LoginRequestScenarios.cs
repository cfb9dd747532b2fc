using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Stored logins in requests: which credentials are sent, when tokens are renewed, what a refusal leads to.</summary>
public sealed class LoginRequestScenarios
{
    private const string Renewal = "/oauth/token";
    private static readonly Reply s_refusal = Reply.WithStatus(401, """{"error":{"message":"who are you"}}""");

    [Theory]
    [InlineData("""{"auth_mode":"apikey","OPENAI_API_KEY":"sk-1"}""")]
    [InlineData("""{"OPENAI_API_KEY":"sk-1","unknown":1}""")]
    [InlineData("""{"auth_mode":"chatgpt","OPENAI_API_KEY":"sk-1"}""")]
    [InlineData("""{"agent_identity":"x.y.z"}""")]
    [InlineData("{}")]
    public Task A_stored_login(string json) => BothPrograms.AgreeOnAsync(
        Login(json) with { Script = () => [Model.Says("ok")] }, $"login_{json}");

    [Theory]
    [InlineData("\"acc1\"")]
    [InlineData("null")]
    public Task A_chatgpt_login(string account) => BothPrograms.AgreeOnAsync(
        Login(LoginFiles.ChatGpt(LoginFiles.Future, account)) with { Script = () => [Model.Says("ok")] }, $"chatgpt_{account}");

    [Fact]
    public Task A_chatgpt_login_of_unknown_age() => BothPrograms.AgreeOnAsync(
        Login(LoginFiles.ChatGpt(LoginFiles.Future).Replace("last_refresh", "first_refresh", StringComparison.Ordinal)) with { Script = () => [Model.Says("ok")] });

    [Fact]
    public Task A_government_account() => BothPrograms.AgreeOnAsync(Login(LoginFiles.ChatGpt(LoginFiles.Future).Replace(
        LoginFiles.IdToken,
        LoginFiles.Token("""{"https://api.openai.com/auth":{"chatgpt_account_id":"acc1","chatgpt_account_is_fedramp":true}}"""),
        StringComparison.Ordinal)) with
    { Script = () => [Model.Says("ok")] });

    [Theory]
    [InlineData("CODEX_API_KEY", " env-key ")]
    [InlineData("OPENAI_API_KEY", "never")]
    [InlineData("CODEX_API_KEY", " ")]
    public Task A_key_in_the_environment(string variable, string value) => BothPrograms.AgreeOnAsync(
        Login("""{"auth_mode":"apikey","OPENAI_API_KEY":"stored"}""") with
        {
            Script = () => [Model.Says("ok")],
            Environment = With(variable, value),
        },
        $"variable_{variable}_{value}");

    [Fact]
    public Task A_token_that_has_expired_is_renewed_first() => BothPrograms.AgreeOnAsync(
        Login(LoginFiles.ChatGpt(LoginFiles.Past)) with { Script = () => [Model.Says("ok")] });

    [Fact]
    public Task A_token_that_is_refused_is_sent_again_and_then_renewed() => BothPrograms.AgreeOnAsync(
        Login(LoginFiles.ChatGpt(LoginFiles.Future)) with { Script = () => [s_refusal, s_refusal, Model.Says("ok")] });

    [Fact]
    public Task A_renewed_token_that_is_refused_too() => BothPrograms.AgreeOnAsync(
        Login(LoginFiles.ChatGpt(LoginFiles.Future), Reply.WithStatus(200, """{"access_token":"new","refresh_token":"r2"}""")) with
        {
            Script = () => [.. Enumerable.Repeat(s_refusal, 8)],
        });

    [Theory]
    [InlineData(400, """{"error":{"code":"refresh_token_expired"}}""")]
    [InlineData(401, """{"error":{"code":"refresh_token_reused"}}""")]
    [InlineData(400, """{"error":"refresh_token_invalidated"}""")]
    [InlineData(401, "<html>no</html>")]
    [InlineData(503, """{"error":{"message":"busy"}}""")]
    public Task A_renewal_that_fails(int status, string body) => BothPrograms.AgreeOnAsync(
        Login(LoginFiles.ChatGpt(LoginFiles.Future), Reply.WithStatus(status, body)) with { Script = () => [.. Enumerable.Repeat(s_refusal, 8)] },
        $"renewal_{status}_{body}");

    [Fact]
    public Task A_key_that_is_refused() => BothPrograms.AgreeOnAsync(
        Login("""{"auth_mode":"apikey","OPENAI_API_KEY":"sk-1"}""") with { Script = () => [.. Enumerable.Repeat(s_refusal, 4)] });

    [Fact]
    public Task A_key_without_a_key() => BothPrograms.AgreeOnAsync(Login("""{"auth_mode":"apikey","OPENAI_API_KEY":null}"""));

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"auth_mode":"foo"}""")]
    [InlineData("""{"auth_mode":"chatgpt","tokens":{"id_token":"x","access_token":"a","refresh_token":"r","account_id":null}}""")]
    public Task A_login_that_cannot_be_read(string json) => BothPrograms.AgreeOnAsync(
        Login(json) with { Deviations = [new("AUTH-1", Facet.Error, static line => line.Length > 0)] }, $"unreadable_{json}");

    [Theory]
    [InlineData("api", "chatgpt")]
    [InlineData("chatgpt", "apikey")]
    [InlineData("chatgpt", "chatgpt")]
    [InlineData("api", "apikey")]
    public Task A_forced_method(string method, string login) => BothPrograms.AgreeOnAsync(
        Login(login == "apikey" ? """{"auth_mode":"apikey","OPENAI_API_KEY":"sk-1"}""" : LoginFiles.ChatGpt(LoginFiles.Future)) with
        {
            Config = $"{ChatGptUrl}\nforced_login_method = \"{method}\"",
            Script = () => [Model.Says("ok")],
        },
        $"forced_{method}_{login}");

    [Theory]
    [InlineData("\"acc1\"")]
    [InlineData("\"other\"")]
    [InlineData("[\"a\", \"b\"]")]
    [InlineData("[\"a\", \"acc1\"]")]
    public Task A_forced_workspace(string workspaces) => BothPrograms.AgreeOnAsync(
        Login(LoginFiles.ChatGpt(LoginFiles.Future)) with
        {
            Config = $"{ChatGptUrl}\nforced_chatgpt_workspace_id = {workspaces}",
            Script = () => [Model.Says("ok")],
        },
        $"workspace_{workspaces}");

    [Theory]
    [InlineData("printf ' token-1 '")]
    [InlineData("exit 3")]
    [InlineData("echo")]
    public Task A_command_that_prints_the_token(string script) => BothPrograms.AgreeOnAsync(
        Command(script) with { Script = () => [Model.Says("ok")] }, $"command_{script}");

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public Task A_token_of_a_command_that_is_refused(int times) => BothPrograms.AgreeOnAsync(
        Command("echo token") with { Script = () => [.. Enumerable.Repeat(s_refusal, times), Model.Says("ok")] }, $"refused_command_{times}");

    private const string ChatGptUrl = "chatgpt_base_url = \"http://127.0.0.1:{port}/backend-api/\"";

    // Accounts of ChatGPT are offered a tool that is not built here yet.
    private static Scenario Login(string json, Reply? renewal = null) => Scenario.Turn(
        ["--json", "-s", "danger-full-access", "do it"]) with
    {
        Config = ChatGptUrl,
        Provider = "requires_openai_auth = true",
        WithoutProviderKey = true,
        Home = LoginFiles.In(json),
        HomeFiles = ["auth.json"],
        ComparedPaths = [Renewal],
        Routes = new Dictionary<string, Reply> { [$"POST {Renewal}"] = renewal ?? Reply.WithStatus(200, $$"""{"access_token":"{{LoginFiles.AccessToken(LoginFiles.Future)}}","refresh_token":"r2"}""") },
        Environment = With("CODEX_REFRESH_TOKEN_URL_OVERRIDE", "http://127.0.0.1:{port}/oauth/token"),
        Without = [Facet.Rollouts],
        Deviations = [new("AUTH-2", Facet.Requests, IsAgentOfRenewal)],
    };

    private static Scenario Command(string script) => Scenario.Json() with
    {
        WithoutProviderKey = true,
        Tables = $"[model_providers.fake.auth]\ncommand = \"sh\"\nargs = [\"-c\", \"\"\"{script}\"\"\"]\ncwd = \"{{home}}\"",
        Without = [Facet.Rollouts],
    };

    // Model requests name the client behind the terminal.
    private static bool IsAgentOfRenewal(string line) => line.StartsWith("user-agent: ", StringComparison.Ordinal);

    private static Dictionary<string, string?> With(string variable, string value) => new() { [variable] = value };
}
