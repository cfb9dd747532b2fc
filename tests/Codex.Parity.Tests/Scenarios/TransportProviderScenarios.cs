using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>What the built-in OpenAI provider and Azure's servers get that others do not.</summary>
public sealed class TransportProviderScenarios
{
    private const string Patch = "*** Begin Patch\n*** Add File: a\n+x\n*** End Patch";
    private const string ApiKey = "{\"OPENAI_API_KEY\":\"sk-key\"}";

    [Theory]
    [InlineData(426)]
    [InlineData(101)]
    public Task OpenAI_with_an_api_key(int upgrade) => BothPrograms.AgreeOnAsync(
        OpenAi(ApiKey, Model.Produces(OutputItem.Exec("call_1", "echo hi")), Model.Says("done")) with { Routes = Upgrade(upgrade) }, $"openai_key_{upgrade}");

    [Theory]
    [InlineData(426, false)]
    [InlineData(426, true)]
    [InlineData(101, false)]
    public Task OpenAI_with_a_chatgpt_account(int upgrade, bool isFedRamp) => BothPrograms.AgreeOnAsync(
        OpenAi(Login(isFedRamp), Model.Produces(OutputItem.Exec("call_1", "echo hi")), Model.Says("done")) with { Routes = Upgrade(upgrade) },
        $"openai_chatgpt_{upgrade}_{isFedRamp}");

    [Fact]
    public Task OpenAI_without_compression() => BothPrograms.AgreeOnAsync(OpenAi(Login(isFedRamp: false), Model.Says("done")) with
    {
        Runs = [Exec("--disable", "enable_request_compression")],
        Routes = Upgrade(426),
    });

    [Fact]
    public Task OpenAI_without_any_login() => BothPrograms.AgreeOnAsync(OpenAi("{}", Model.Says("done")) with { Routes = Upgrade(426) });

    [Fact]
    public Task A_key_of_the_environment_goes_before_the_stored_one() => BothPrograms.AgreeOnAsync(OpenAi(ApiKey, Model.Says("done")) with
    {
        Routes = Upgrade(426),
        Environment = new Dictionary<string, string?> { ["CODEX_API_KEY"] = "sk-environment", ["OPENAI_API_KEY"] = "sk-unused" },
    });

    [Fact]
    public Task OpenAI_with_organization_and_project() => BothPrograms.AgreeOnAsync(OpenAi(ApiKey, Model.Says("done")) with
    {
        Routes = Upgrade(426),
        Environment = new Dictionary<string, string?> { ["OPENAI_ORGANIZATION"] = "org-1", ["OPENAI_PROJECT"] = "proj-1" },
    });

    [Theory]
    [InlineData("fast")]
    [InlineData("priority")]
    [InlineData("flex")]
    [InlineData("default")]
    public Task A_service_tier(string tier) => BothPrograms.AgreeOnAsync(OpenAi(ApiKey, Model.Says("done")) with
    {
        Runs = [Exec("-c", $"service_tier=\"{tier}\"")],
        Routes = Upgrade(426),
    }, $"tier_{tier}");

    [Theory]
    [InlineData("azure", "v1")]
    [InlineData("Azure", "v1")]
    [InlineData("mine", "openai.azure.example/v1")]
    [InlineData("mine", "windows.net/openai/v1")]
    [InlineData("mine", "AZURE-API.net/v1")]
    [InlineData("mine", "azurewebsites/v1")]
    public Task Azure(string name, string path) => BothPrograms.AgreeOnAsync(
        Scenario.Json(
            Model.Produces(
                OutputItem.Reasoning("rs_1", "think"),
                OutputItem.Message("I look", "msg_1"),
                WithId(OutputItem.Exec("call_1", "echo hi"), "fc_1"),
                OutputItem.WebSearch("ws_1", null),
                OutputItem.Message("no id", "")),
            Model.Produces(WithId(OutputItem.Patch("call_2", Patch), "ctc_1")),
            Model.Says("done"),
            Model.Says("again")) with
        {
            Runs =
            [
                Invocation.Exec(["--skip-git-repo-check", "--json", "-s", "danger-full-access", "do it"]),
                Invocation.Exec(["--skip-git-repo-check", "resume", "--last", "--json", "second"]),
            ],
            WholeConfig = Configuration("model_provider = \"mine\"", $$"""
                [model_providers.mine]
                name = "{{name}}"
                base_url = "http://127.0.0.1:{port}/{{path}}"
                env_key = "FAKE_KEY"
                query_params = { api-version = "2025-04-01-preview" }
                request_max_retries = 0
                stream_max_retries = 0
                """),
        },
        $"azure_{name}_{path}");

    private static JsonObject WithId(JsonObject item, string id)
    {
        item["id"] = id;
        return item;
    }

    private static Scenario OpenAi(string login, params IReadOnlyList<Reply> script) => new()
    {
        Runs = [Exec()],
        Script = () => script,
        WholeConfig = Configuration("openai_base_url = \"http://127.0.0.1:{port}/v1\"", ""),
        Home = home => File.WriteAllText(Path.Combine(home, "auth.json"), login),
    };

    private static string Configuration(string top, string tables) => $$"""
        model = "gpt-5.5"
        chatgpt_base_url = "http://127.0.0.1:9/"
        {{top}}
        {{tables}}
        [features]
        goals = false
        multi_agent = false
        plugins = false
        apps = false
        [skills.bundled]
        enabled = false
        [analytics]
        enabled = false
        """;

    private static Invocation Exec(params string[] arguments) =>
        Invocation.Exec(["--skip-git-repo-check", "--json", "-s", "danger-full-access", .. arguments, "do it"]);

    private static Dictionary<string, Reply> Upgrade(int status) => new()
    {
        ["GET /v1/responses"] = status == 101 ? Reply.Upgrade() : Reply.WithStatus(status),
        ["GET /v1/models"] = Reply.WithStatus(404),
    };

    private static string Login(bool isFedRamp)
    {
        var claims =
            $$$"""{"email":"a@b.c","https://api.openai.com/auth":{"chatgpt_account_id":"acc","chatgpt_plan_type":"plus","chatgpt_account_is_fedramp":{{{(isFedRamp ? "true" : "false")}}}}}""";
        return $$"""
            { "auth_mode": "chatgpt", "OPENAI_API_KEY": null, "last_refresh": "2026-11-21T00:00:00Z", "tokens":
            { "id_token": "{{Token(claims)}}", "access_token": "{{Token("""{"exp":4102444800}""")}}", "refresh_token": "r", "account_id": "acc" } }
            """;
    }

    private static string Token(string claims) =>
        $"{Base64Url.EncodeToString("{\"alg\":\"none\"}"u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.c2ln";
}
