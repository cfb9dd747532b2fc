using System.Collections.Concurrent;
using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;

namespace Codex.Parity.Tests.Scenarios;

/// <summary><c>codex login</c>, <c>login status</c> and <c>logout</c> without a browser.</summary>
public sealed class LoginCommandScenarios
{
    private const string ApiKeyFile = """{"auth_mode":"apikey","OPENAI_API_KEY":"sk-proj-1234567890ABCDE"}""";
    private static readonly string[] s_deviceAuth = ["login", "--device-auth", "--experimental_issuer", "http://127.0.0.1:{port}", "--experimental_client-id", "cid"];

    [Theory]
    [InlineData(null)]
    [InlineData(ApiKeyFile)]
    [InlineData("""{"OPENAI_API_KEY":"sk-proj-12345"}""")]
    [InlineData("""{"auth_mode":"chatgpt"}""")]
    [InlineData("{}")]
    [InlineData("""{"auth_mode":"chatgptAuthTokens"}""")]
    [InlineData("""{"auth_mode":"apikey","OPENAI_API_KEY":null}""")]
    public Task Status(string? json) => BothPrograms.AgreeOnAsync(
        Login(json, ["login", "status"]), $"status_{json}");

    [Fact]
    public Task Status_of_a_chatgpt_login() => BothPrograms.AgreeOnAsync(Login(LoginFiles.ChatGpt(LoginFiles.Past), ["login", "status"]));

    [Fact]
    public Task A_file_that_others_can_read() => BothPrograms.AgreeOnAsync(Login(null, ["login", "status"]) with
    {
        Home = static home => File.WriteAllText(Path.Combine(home, "auth.json"), ApiKeyFile),
        Deviations = [new("AUTH-4", Facet.Error, static line => line.StartsWith("Warning: ", StringComparison.Ordinal))],
    });

    [Theory]
    [InlineData("CODEX_API_KEY")]
    [InlineData("OPENAI_API_KEY")]
    public Task Status_ignores_keys_of_the_environment(string variable) => BothPrograms.AgreeOnAsync(
        Login(null, ["login", "status"]) with { Environment = new Dictionary<string, string?> { [variable] = "sk-1" } }, $"status_variable_{variable}");

    [Fact]
    public Task Status_of_a_file_that_is_no_json() => BothPrograms.AgreeOnAsync(
        Login("no json", ["login", "status"]) with { Deviations = [new("AUTH-1", Facet.Error, static line => line.Length > 0)] });

    [Theory]
    [InlineData("  sk-new\n")]
    [InlineData("sk-\"quoted\"-ü")]
    [InlineData(" \n ")]
    [InlineData("")]
    public Task A_key_from_standard_input(string input) => BothPrograms.AgreeOnAsync(
        Login(null, ["login", "--with-api-key"], input), $"with_api_key_{input}");

    [Fact]
    public Task A_key_replaces_another_login() => BothPrograms.AgreeOnAsync(
        Login(LoginFiles.ChatGpt(LoginFiles.Future), ["login", "--with-api-key"], "sk-new") with { ComparedPaths = ["/oauth/revoke"] });

    [Fact]
    public Task A_key_replaces_what_cannot_be_read() => BothPrograms.AgreeOnAsync(Login("no json", ["login", "--with-api-key"], "sk-new"));

    [Theory]
    [InlineData("--with-api-key", "--with-access-token")]
    [InlineData("--api-key", "sk-1")]
    [InlineData("--api-key=sk-1", "--with-api-key")]
    [InlineData("-c", "nonsense")]
    [InlineData("status", "--with-api-key")]
    [InlineData("--with-api-key", "status")]
    [InlineData("-c", "model_provider=1")]
    public Task Wrong_ways_to_ask(string first, string second) => BothPrograms.AgreeOnAsync(
        Login(ApiKeyFile, ["login", first, second], "sk-2") with { Without = [Facet.Rollouts, Facet.Strays] }, $"login_{first}_{second}");

    [Theory]
    [InlineData("api", "--with-access-token")]
    [InlineData("api", "--device-auth")]
    [InlineData("api", "")]
    [InlineData("chatgpt", "--with-api-key")]
    public Task A_method_that_is_not_allowed(string method, string option) => BothPrograms.AgreeOnAsync(
        Login(ApiKeyFile, option.Length == 0 ? ["login"] : ["login", option], "secret") with { Config = $"forced_login_method = \"{method}\"" },
        $"not_allowed_{method}_{option}");

    [Theory]
    [InlineData("abc")]
    [InlineData("a.b!.c")]
    [InlineData("a.e30.c")]
    [InlineData("")]
    public Task An_access_token_that_is_none(string token) => BothPrograms.AgreeOnAsync(
        Login(null, ["login", "--with-access-token"], token), $"access_token_{token}");

    [Theory]
    [InlineData(ApiKeyFile)]
    [InlineData(null)]
    [InlineData("no json")]
    public Task Logout(string? json) => BothPrograms.AgreeOnAsync(Login(json, ["logout"]), $"logout_{json}");

    [Theory]
    [InlineData(200, "r1")]
    [InlineData(500, "r1")]
    [InlineData(200, "")]
    public Task Logout_withdraws_tokens(int status, string refreshToken) => BothPrograms.AgreeOnAsync(
        Login(LoginFiles.ChatGpt(LoginFiles.Past).Replace("\"r1\"", $"\"{refreshToken}\"", StringComparison.Ordinal), ["logout"]) with
        {
            Routes = new Dictionary<string, Reply> { ["POST /oauth/revoke"] = Reply.WithStatus(status, "{}") },
            ComparesAllRequests = true,
        },
        $"logout_{status}_{refreshToken}");

    [Fact]
    public Task A_device_code() => BothPrograms.AgreeOnAsync(Device(
        Pending(2), Reply.WithStatus(200, $$"""{"id_token":"{{LoginFiles.IdToken}}","access_token":"a","refresh_token":"r"}""")));

    [Theory]
    [InlineData(404, "")]
    [InlineData(500, "<html>oops</html>")]
    public Task No_device_code(int status, string body) => BothPrograms.AgreeOnAsync(
        Device(Pending(0), Reply.WithStatus(200)) with { Routes = new Dictionary<string, Reply> { ["POST /api/accounts/deviceauth/usercode"] = Reply.WithStatus(status, body) } },
        $"no_device_code_{status}");

    [Fact]
    public Task A_device_code_that_is_denied() => BothPrograms.AgreeOnAsync(
        Device(Reply.WithStatus(400, """{"error":"access_denied"}"""), Reply.WithStatus(200)));

    [Theory]
    [InlineData(400, """{"error":"invalid_grant","error_description":"expired"}""")]
    [InlineData(400, """{"error":{"message":"m","code":"c"}}""")]
    [InlineData(502, "<html>bad gateway</html>")]
    [InlineData(500, "")]
    [InlineData(200, "{}")]
    public Task A_device_code_that_cannot_be_redeemed(int status, string body) => BothPrograms.AgreeOnAsync(
        Device(Pending(0), Reply.WithStatus(status, body)), $"device_redeem_{status}_{body}");

    [Theory]
    [InlineData("\"acc1\"")]
    [InlineData("[\"x\", \"y\"]")]
    public Task A_device_code_for_a_forced_workspace(string workspaces) => BothPrograms.AgreeOnAsync(
        Device(Pending(0), Reply.WithStatus(200, $$"""{"id_token":"{{LoginFiles.IdToken}}","access_token":"a","refresh_token":"r"}""")) with
        {
            Config = $"forced_chatgpt_workspace_id = {workspaces}",
        },
        $"device_workspace_{workspaces}");

    [Fact]
    public Task A_device_code_replaces_a_login_and_withdraws_its_tokens() => BothPrograms.AgreeOnAsync(
        Device(Pending(0), Reply.WithStatus(200, $$"""{"id_token":"{{LoginFiles.IdToken}}","access_token":"a","refresh_token":"r"}""")) with
        {
            Home = LoginFiles.In(LoginFiles.ChatGpt(LoginFiles.Past)),
        });

    private static Scenario Login(string? json, IReadOnlyList<string> arguments, string input = "") => new()
    {
        Runs = [new Invocation { Arguments = arguments }.WithInput(input)],
        Home = json is null ? _ => { }
        : LoginFiles.In(json),
        HomeFiles = ["auth.json"],
        Environment = new Dictionary<string, string?> { ["CODEX_REFRESH_TOKEN_URL_OVERRIDE"] = "http://127.0.0.1:{port}/oauth/token" },
    };

    // How the user is told what to do is worded by each program itself; the page and the code are not.
    private static Scenario Device(Reply token, Reply redeemed) => Login(null, s_deviceAuth) with
    {
        Routes = new Dictionary<string, Reply>
        {
            ["POST /api/accounts/deviceauth/usercode"] = Reply.WithStatus(200, """{"device_auth_id":"d1","user_code":"ABCD-1234","interval":"1"}"""),
            ["POST /api/accounts/deviceauth/token"] = token,
            ["POST /oauth/token"] = redeemed,
        },
        ComparesAllRequests = true,
        Deviations = [new("AUTH-3", Facet.Output, static line => !line.Contains("\e[94m", StringComparison.Ordinal))],
    };

    // Each side has a server, and so a count, of its own.
    private static Reply Pending(int times)
    {
        var asked = new ConcurrentDictionary<string, int>();
        return Reply.To(request => asked.AddOrUpdate(request.Header("host")!, 1, static (_, count) => count + 1) <= times
            ? Reply.WithStatus(403)
            : Reply.WithStatus(200, """{"authorization_code":"c","code_challenge":"ch","code_verifier":"v"}"""));
    }
}
