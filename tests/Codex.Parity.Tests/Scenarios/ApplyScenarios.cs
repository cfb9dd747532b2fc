using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;

namespace Codex.Parity.Tests.Scenarios;

/// <summary><c>codex apply</c>: what is asked for, what becomes of the working tree, what is said.</summary>
public sealed class ApplyScenarios
{
    private const string Change = "diff --git a/a.txt b/a.txt\\n--- a/a.txt\\n+++ b/a.txt\\n@@ -1,3 +1,3 @@\\n one\\n-two\\n+2\\n three\\n";
    private const string Addition = "diff --git a/new.txt b/new.txt\\nnew file mode 100644\\n--- /dev/null\\n+++ b/new.txt\\n@@ -0,0 +1 @@\\n+new\\n";
    private const string Elsewhere = "diff --git a/a.txt b/a.txt\\n--- a/a.txt\\n+++ b/a.txt\\n@@ -1,3 +1,3 @@\\n 1\\n-x\\n+2\\n 3\\n";
    private const string Missing = "diff --git a/none.txt b/none.txt\\n--- a/none.txt\\n+++ b/none.txt\\n@@ -1 +1 @@\\n-x\\n+y\\n";

    [Theory]
    [InlineData("change", Change)]
    [InlineData("addition", Addition)]
    [InlineData("both", Change + Addition)]
    [InlineData("elsewhere", Elsewhere)]
    [InlineData("missing", Missing)]
    [InlineData("one_of_two", Change + Missing)]
    [InlineData("nonsense", "nonsense")]
    [InlineData("empty", "")]
    public Task A_diff(string name, string diff) => BothPrograms.AgreeOnAsync(Applying(Task(diff)), $"apply_{name}");

    [Fact]
    public Task A_file_that_is_there_already() => BothPrograms.AgreeOnAsync(Applying(Task(Addition)) is var scenario
        ? scenario with
        {
            Workspace = static workspace =>
            {
                ReviewedRepository.Create(workspace);
                File.WriteAllText(Path.Combine(workspace, "new.txt"), "mine\n");
            },
        }
        : scenario);

    [Theory]
    [InlineData("nothing", "{}")]
    [InlineData("null", "{\"current_diff_task_turn\":null}")]
    [InlineData("no_items", "{\"current_diff_task_turn\":{\"output_items\":[]}}")]
    [InlineData("other_items", "{\"current_diff_task_turn\":{\"output_items\":[{\"type\":\"message\"}]}}")]
    public Task No_diff(string name, string task) => BothPrograms.AgreeOnAsync(Applying(Reply.WithStatus(200, task)), $"apply_without_{name}");

    [Theory]
    [InlineData(404, "not here")]
    [InlineData(500, "")]
    [InlineData(403, "<html>no</html>")]
    public Task A_refusal(int status, string body) => BothPrograms.AgreeOnAsync(Applying(Reply.WithStatus(status, body)), $"apply_status_{status}");

    [Fact]
    public Task Nobody_is_logged_in() => BothPrograms.AgreeOnAsync(Applying(Task(Change)) with { Home = static _ => { } });

    [Fact]
    public Task A_key_is_no_login_for_this() => BothPrograms.AgreeOnAsync(
        Applying(Task(Change)) with { Home = LoginFiles.In("""{"auth_mode":"apikey","OPENAI_API_KEY":"sk-x"}""") });

    [Fact]
    public Task A_login_without_an_account() => BothPrograms.AgreeOnAsync(
        Applying(Task(Change)) with { Home = LoginFiles.In(LoginFiles.ChatGpt(LoginFiles.Future, "null")) });

    [Fact]
    public Task Outside_a_repository() => BothPrograms.AgreeOnAsync(Applying(Task(Change)) with { Workspace = static _ => { } });

    [Fact]
    public Task Below_the_root_of_a_repository() => BothPrograms.AgreeOnAsync(Applying(Task(Change)) is var scenario
        ? scenario with
        {
            Runs = [scenario.Runs[0] with { Directory = "below" }],
            Workspace = static workspace =>
            {
                ReviewedRepository.Create(workspace);
                Directory.CreateDirectory(Path.Combine(workspace, "below"));
            },
        }
        : scenario);

    [Fact]
    public Task Settings_for_git() => BothPrograms.AgreeOnAsync(Applying(Task(Change)) with
    {
        Environment = new Dictionary<string, string?> { ["CODEX_APPLY_GIT_CFG"] = "core.safecrlf=false, nonsense ,apply.whitespace=fix" },
    });

    private static Reply Task(string diff) => Reply.WithStatus(
        200,
        $$$$"""{"id":"t1","current_diff_task_turn":{"output_items":[{"type":"message"},{"type":"pr","output_diff":{"diff":"{{{{diff}}}}"}}]}}""");

    private static Scenario Applying(Reply reply) => new()
    {
        Config = "chatgpt_base_url = \"http://127.0.0.1:{port}/backend-api/\"",
        Routes = new Dictionary<string, Reply> { ["GET /backend-api/wham/tasks/t1"] = reply },
        ComparesAllRequests = true,
        Home = LoginFiles.In(LoginFiles.ChatGpt(LoginFiles.Future)),
        Workspace = ReviewedRepository.Create,
        Runs = [new Invocation { Arguments = ["apply", "t1"] }],
    };
}
