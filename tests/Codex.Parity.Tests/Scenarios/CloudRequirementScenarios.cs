using System.Text.Json;
using System.Text.RegularExpressions;
using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>What a company's workspace demands of its members: asked for, kept, enforced.</summary>
public sealed partial class CloudRequirementScenarios
{
    private const string Path = "/backend-api/wham/config/requirements";
    private const string ReadOnly = "allowed_sandbox_modes = [\"read-only\"] # \"ü\"\n";
    private static readonly string[] s_exec = ["exec", "--skip-git-repo-check", "hi"];

    [Theory]
    [InlineData("business")]
    [InlineData("enterprise")]
    [InlineData("hc")]
    [InlineData("enterprise_cbp_usage_based")]
    [InlineData("team")]
    [InlineData("plus")]
    public Task Members_of_some_workspaces_are_asked_about(string plan) => BothPrograms.AgreeOnAsync(Session(plan, Contents(ReadOnly)), $"cloud_{plan}");

    [Fact]
    public Task An_answer_is_good_for_the_next_sessions() => BothPrograms.AgreeOnAsync(Session("business", Contents(ReadOnly)) with
    {
        Runs = [Run(s_exec), Run(s_exec), Run(s_exec) with { RealOnBothSides = true }],
        Script = static () => [Answer(), Answer(), Answer()],
    });

    [Fact]
    public Task An_answer_that_0_136_0_kept_is_good_for_us() => BothPrograms.AgreeOnAsync(Session("business", Contents(ReadOnly)) with
    {
        Runs = [Run(s_exec) with { RealOnBothSides = true }, Run(s_exec)],
        Script = static () => [Answer(), Answer()],
    });

    [Theory]
    [InlineData("-s", "danger-full-access")]
    [InlineData("-s", "workspace-write")]
    public Task Demands_are_enforced(params string[] options) => BothPrograms.AgreeOnAsync(
        Session("business", Contents(ReadOnly)) with { Runs = [Run([.. s_exec, .. options])] }, $"cloud_enforced_{string.Join(' ', options)}");

    [Theory]
    [InlineData("x = [")]
    [InlineData("allowed_sandbox_modes = 5")]
    [InlineData("allowed_sandbox_modes = [\"none\"]")]
    [InlineData("  ")]
    public Task A_text_that_demands_nothing_sensible(string text) => BothPrograms.AgreeOnAsync(Session("business", Contents(text)), $"cloud_text_{text}");

    [Theory]
    [InlineData(200, "{\"contents\":null}")]
    [InlineData(200, "{}")]
    [InlineData(401, "no")]
    [InlineData(500, "oops")]
    [InlineData(200, "<html>sign in</html>")]
    public Task Other_answers(int status, string body) => BothPrograms.AgreeOnAsync(Session("business", Reply.WithStatus(status, body)), $"cloud_{status}_{body}");

    [Fact]
    public Task Other_commands_do_not_ask() => BothPrograms.AgreeOnAsync(Session("business", Reply.WithStatus(500)) with
    {
        Runs = [Run("mcp", "list"), Run("login", "status")],
    });

    [Fact]
    public Task Putting_sessions_away_asks() => BothPrograms.AgreeOnAsync(Session("business", Contents(ReadOnly)) with
    {
        Runs = [Run("archive", "01a1ff60-62ad-7dd1-9649-2a9b02384d17"), Run("unarchive", "01a1ff60-62ad-7dd1-9649-2a9b02384d17")],
        Deviations =
        [
            new("AUTH-2", Facet.Requests, static line => line.StartsWith("user-agent: ", StringComparison.Ordinal)),
            new("CLI-9", Facet.Error, static line => line is "" or "Caused by:" || line.StartsWith("    ", StringComparison.Ordinal)),
        ],
    });

    [Fact]
    public Task Sessions_are_not_put_away_without_knowing_what_is_demanded() => BothPrograms.AgreeOnAsync(Session("business", Reply.WithStatus(500)) with
    {
        Runs = [Run("archive", "01a1ff60-62ad-7dd1-9649-2a9b02384d17")],
        Deviations =
        [
            new("AUTH-2", Facet.Requests, static line => line.StartsWith("user-agent: ", StringComparison.Ordinal)),
            new("CFG-C2", Facet.Error, static line => line is "" or "Caused by:" || line.Contains("Failed to load cloud requirements", StringComparison.Ordinal)),
        ],
    });

    private static Scenario Session(string plan, Reply reply) => new()
    {
        Config = "chatgpt_base_url = \"http://127.0.0.1:{port}/backend-api/\"",
        Home = LoginFiles.In(Login(plan)),
        Runs = [Run(s_exec), Run("mcp", "list")],
        Script = static () => [Answer()],
        Routes = new Dictionary<string, Reply>
        {
            [$"GET {Path}"] = reply,
            ["POST /oauth/token"] = Reply.WithStatus(401, """{"error":{"code":"refresh_token_expired","message":"old"}}"""),
        },
        ComparedPaths = [Path, "/oauth/token"],
        Environment = new Dictionary<string, string?> { ["CODEX_REFRESH_TOKEN_URL_OVERRIDE"] = "http://127.0.0.1:{port}/oauth/token" },
        Deviations = [new("AUTH-2", Facet.Requests, static line => line.StartsWith("user-agent: ", StringComparison.Ordinal))],
    };

    private static Reply Answer() => Reply.Events(ResponseEvent.Created(), ResponseEvent.ItemDone(OutputItem.Message("hi")), ResponseEvent.Completed());

    private static Reply Contents(string text) => Reply.WithStatus(200, $$"""{"contents":"{{JsonEncodedText.Encode(text)}}"}""");

    private static string Login(string plan)
    {
        var claims = $$$"""{"email":"a@b.c","https://api.openai.com/auth":{"chatgpt_plan_type":"{{{plan}}}","chatgpt_account_id":"acc1","chatgpt_user_id":"u1"}}""";
        return $$"""
            {"auth_mode":"chatgpt","OPENAI_API_KEY":null,"tokens":{"id_token":"{{LoginFiles.Token(claims)}}","access_token":"{{LoginFiles.AccessToken(LoginFiles.Future)}}",
            "refresh_token":"r1","account_id":"acc1"},"last_refresh":"2026-01-02T03:04:05Z"}
            """;
    }

    private static Invocation Run(params string[] words) => new() { Arguments = words, Before = NoteCache };

    // Times and what is signed over them are others in every run.
    private static void NoteCache(string workspace, string home)
    {
        var path = System.IO.Path.Combine(home, "cloud-requirements-cache.json");
        if (File.Exists(path))
            File.AppendAllText(System.IO.Path.Combine(workspace, "kept"), Changing().Replace(File.ReadAllText(path), "\"$1\": <changing>") + "\n");
    }

    [GeneratedRegex("\"(cached_at|expires_at|signature)\": \"[^\"]*\"")]
    private static partial Regex Changing();
}
