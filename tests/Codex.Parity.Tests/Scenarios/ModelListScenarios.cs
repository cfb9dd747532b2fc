using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>The models that a server names: when it is asked, what is kept, what becomes of the turn.</summary>
public sealed class ModelListScenarios
{
    private const string Template = "T {{ personality }}";
    private const string Cache = "models_cache.json";

    [Fact]
    public Task A_listed_model_of_the_server_is_the_default() => BothPrograms.AgreeOnAsync(ChatGpt(Models("W/\"e1\"", Entry("remote", "list", 1))));

    [Fact]
    public Task Hidden_models_leave_the_bundled_ones() => BothPrograms.AgreeOnAsync(ChatGpt(Models(null, Entry("remote", "hide", 1))));

    [Fact]
    public Task A_bundled_model_that_the_server_changes() => BothPrograms.AgreeOnAsync(
        ChatGpt(Models(null, Entry("gpt-5.4", "hide", 1))) with { Runs = [Exec("-m", "gpt-5.4-2026")] });

    [Fact]
    public Task A_fresh_cache_is_used() => BothPrograms.AgreeOnAsync(
        ChatGpt(Models("e1", Entry("remote", "list", 1))) with { Runs = [Exec(), Exec()], Script = () => [Model.Says("a"), Model.Says("b")] });

    [Fact]
    public Task Another_version_of_the_models_is_fetched() => BothPrograms.AgreeOnAsync(
        ChatGpt(Models("e1", Entry("remote", "list", 1))) with { Script = () => [Model.Says("ok").WithHeader("x-models-etag", "e2")] });

    [Fact]
    public Task The_same_version_of_the_models_is_kept() => BothPrograms.AgreeOnAsync(
        ChatGpt(Models("e1", Entry("remote", "list", 1))) with { Script = () => [Model.Says("ok").WithHeader("x-models-etag", "e1")] });

    [Theory]
    [InlineData(200, "<html>sign in</html>")]
    [InlineData(200, "{\"models\":[{\"slug\":\"a\"")]
    [InlineData(200, "{\"models\":[{}]}")]
    [InlineData(404, "nothing")]
    [InlineData(401, "{}")]
    public Task Answers_that_are_no_catalogue(int status, string body) => BothPrograms.AgreeOnAsync(
        ChatGpt(Reply.WithStatus(status, body)) with
        {
            // Without a model, 0.136.0 asks a second time after a failure.
            Runs = [Exec("-m", "gpt-5.5")],
            Home = home =>
            {
                WriteLogin(home);
                File.WriteAllText(Path.Combine(home, Cache), "{\"fetched_at\":\"2020-01-01T00:00:00Z\",\"client_version\":\"0.136.0\",\"models\":[" + Entry("old", "list", 0) + "]}");
            },
        },
        $"models_{status}_{body}");

    [Fact]
    public Task Nobody_asks_with_an_api_key() => BothPrograms.AgreeOnAsync(ChatGpt(Models("e", Entry("remote", "list", 1))) with
    {
        Home = home => File.WriteAllText(Path.Combine(home, "auth.json"), "{\"OPENAI_API_KEY\":\"sk-key\"}"),
    });

    [Fact]
    public Task A_provider_with_its_own_key_is_asked_for_a_chatgpt_user() => BothPrograms.AgreeOnAsync(
        ChatGpt(Models("e", Entry("remote", "list", 1))) with { WholeConfig = Configuration("env_key = \"FAKE_KEY\"") });

    [Theory]
    [InlineData("--bundled")]
    [InlineData]
    public Task The_catalogue_is_printed(params string[] arguments) => BothPrograms.AgreeOnAsync(
        Printed(ChatGpt(Models("e", Entry("remote", "hide", 1))), arguments), $"debug_models{string.Concat(arguments)}");

    [Fact]
    public Task The_catalogue_of_a_file_is_printed() => BothPrograms.AgreeOnAsync(Printed(
        ChatGpt(Models(null)) with { Home = home => File.WriteAllText(Path.Combine(home, "models.json"), $"{{\"models\":[{Entry("mine", "list", 1)}]}}") },
        ["-c", "model_catalog_json=\"{home}/models.json\""]));

    [Theory]
    [InlineData("shell_type", "\"unified\"")]
    [InlineData("visibility", "\"shown\"")]
    [InlineData("supported_reasoning_levels", "[{\"effort\":\"huge\",\"description\":\"\"}]")]
    [InlineData("truncation_policy", "{\"mode\":\"lines\",\"limit\":1}")]
    [InlineData("truncation_policy", "{\"mode\":\"bytes\"}")]
    [InlineData("input_modalities", "[\"audio\"]")]
    [InlineData("service_tiers", "[{\"id\":\"a\"}]")]
    [InlineData("apply_patch_tool_type", "\"function\"")]
    [InlineData("context_window", "\"big\"")]
    [InlineData("priority", "1.5")]
    [InlineData("upgrade", "{\"model\":\"x\"}")]
    [InlineData("tool_mode", "7")]
    [InlineData("default_verbosity", "\"loud\"")]
    [InlineData("additional_speed_tiers", "null")]
    public Task A_catalogue_file_with_a_wrong_value(string name, string value) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["-s", "read-only", "hi"], Model.Says("ok")) with
        {
            Config = "model_catalog_json = \"{home}/models.json\"",
            Home = home => File.WriteAllText(Path.Combine(home, "models.json"), $"{{\"models\":[{EntryWith(name, value)}]}}"),
        },
        $"catalogue_{name}_{value}");

    private static Scenario Printed(Scenario scenario, string[] arguments) => scenario with
    {
        Runs = [new Invocation { Arguments = ["debug", "models", .. arguments] }],
        OutputView = WithoutProse,
    };

    // Texts for models and announcements are ours.
    private static string WithoutProse(string output)
    {
        var catalogue = JsonNode.Parse(output)!;
        foreach (var model in catalogue["models"]!.AsArray().Select(static model => model!.AsObject()))
        {
            model["base_instructions"] = "<prose>";
            if (model["availability_nux"] is { } announcement)
                announcement["message"] = "<prose>";
            if (model["upgrade"] is { } upgrade)
                upgrade["migration_markdown"] = "<prose>";
            if (model["model_messages"] is { } messages)
                messages["instructions_template"] = "<prose>";
            foreach (var (name, text) in model["model_messages"]?["instructions_variables"]?.AsObject().ToArray() ?? [])
                model["model_messages"]!["instructions_variables"]![name] = text is null ? null : "<prose>";
        }

        return string.Join('\n', catalogue["models"]!.AsArray().Select(static model => model!.ToJsonString())) + (output.EndsWith('\n') ? "\n" : "");
    }

    private static Scenario ChatGpt(Reply models) => new()
    {
        Runs = [Exec()],
        Script = () => [Model.Says("ok")],
        Routes = new Dictionary<string, Reply> { ["GET /v1/models"] = models },
        WholeConfig = Configuration("requires_openai_auth = true"),
        Home = WriteLogin,
        HomeFiles = [Cache],
        ComparesAllRequests = true,
    };

    private static string Configuration(string authentication) => $$"""
        model_provider = "fake"
        chatgpt_base_url = "http://127.0.0.1:9/"
        [model_providers.fake]
        name = "fake"
        base_url = "http://127.0.0.1:{port}/v1"
        request_max_retries = 0
        stream_max_retries = 0
        {{authentication}}
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
        Invocation.Exec(["--skip-git-repo-check", "--json", "-s", "read-only", .. arguments, "hi"]);

    private static void WriteLogin(string home)
    {
        var claims = """{"email":"a@b.c","https://api.openai.com/auth":{"chatgpt_account_id":"acc","chatgpt_plan_type":"plus"}}""";
        File.WriteAllText(
            Path.Combine(home, "auth.json"),
            $$"""
            { "auth_mode": "chatgpt", "OPENAI_API_KEY": null, "last_refresh": "2026-11-21T00:00:00Z", "tokens":
            { "id_token": "{{Token(claims)}}", "access_token": "{{Token("""{"exp":4102444800}""")}}", "refresh_token": "r", "account_id": "acc" } }
            """);
    }

    private static string Token(string claims) =>
        $"{Base64Url.EncodeToString("{\"alg\":\"none\"}"u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.c2ln";

    private static Reply Models(string? etag, params string[] entries)
    {
        var reply = Reply.WithStatus(200, $"{{\"models\":[{string.Join(',', entries)}]}}");
        return etag is null ? reply : reply.WithHeader("ETag", etag);
    }

    private static string Entry(string slug, string visibility, int priority) =>
        $$"""
        {"slug":"{{slug}}","display_name":"Name of {{slug}}","description":null,"default_reasoning_level":"high","supported_reasoning_levels":[
        {"effort":"low","description":"l"},{"effort":"high","description":"h"}],"shell_type":"shell_command","visibility":"{{visibility}}",
        "supported_in_api":true,"priority":{{priority}},"additional_speed_tiers":["fast"],"service_tiers":[{"id":"priority","name":"Fast","description":"d"}],
        "default_service_tier":"priority","availability_nux":{"message":"new"},"upgrade":{"model":"next","migration_markdown":"m"},
        "base_instructions":"b","model_messages":{"instructions_template":"{{Template}}","instructions_variables":{"personality_default":"",
        "personality_friendly":"f","personality_pragmatic":null} },"supports_reasoning_summaries":true,"default_reasoning_summary":"concise",
        "support_verbosity":true,"default_verbosity":"high","apply_patch_tool_type":"freeform","truncation_policy":{"mode":"bytes","limit":500},
        "supports_parallel_tool_calls":true,"context_window":1000,"max_context_window":2000,"auto_compact_token_limit":900,
        "effective_context_window_percent":50,"experimental_supported_tools":["a"],"input_modalities":["text"],"supports_search_tool":true,
        "tool_mode":"unheard-of","unknown":{} }
        """;

    private static string EntryWith(string name, string value)
    {
        var entry = JsonNode.Parse(Entry("mine", "list", 1))!.AsObject();
        entry[name] = JsonNode.Parse(value);
        return entry.ToJsonString();
    }
}
