using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>exec_command, write_stdin and shell_command without a sandbox.</summary>
public sealed partial class CommandScenarios
{
    [Theory]
    [InlineData("echo hi")]
    [InlineData("true")]
    [InlineData("exit 3")]
    [InlineData("echo out; sleep 0.05; echo err >&2; exit 1")]
    [InlineData("kill -9 $$")]
    [InlineData("no_such_program_here")]
    [InlineData("printf 'no newline'")]
    [InlineData("printf 'caf\\303\\251 \\377\\376 end\\n'")]
    [InlineData("echo 'it''s \"quoted\" $HOME `x` \\\\ !'")]
    [InlineData("pwd; cat; echo $0")]
    [InlineData("printf 'tab\\there\\033[31mred\\033[0m\\r\\nend\\n'")]
    public Task A_command(string command) => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Produces(OutputItem.Exec("c1", command)), Model.Says("ok")),
        $"command_{command}");

    [Fact]
    public Task Commands_in_human_form() => BothPrograms.AgreeOnAsync(Scenario.Human(
        Model.Produces(OutputItem.Exec("c1", "echo hi")),
        Model.Produces(OutputItem.Exec("c2", "printf oops >&2; exit 3")),
        Model.Produces(OutputItem.Exec("c3", "true")),
        Model.Says("ok")));

    [Fact]
    public Task Options_of_a_command() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(OutputItem.Exec("c1", "pwd", ("workdir", "sub"), ("login", false))),
        Model.Produces(OutputItem.Exec("c2", "pwd", ("workdir", ""), ("shell", "/bin/sh"))),
        Model.Produces(OutputItem.Exec("c3", "pwd", ("workdir", "/usr"))),
        Model.Produces(OutputItem.Exec("c4", "pwd", ("workdir", "nowhere"))),
        Model.Produces(OutputItem.Exec("c4a", "pwd", ("workdir", "~"))),
        Model.Produces(OutputItem.Exec("c4b", "pwd", ("workdir", "~nobody/x"))),
        Model.Produces(OutputItem.Exec("c5", "pwd", ("shell", "/no/such/shell"))),
        Model.Produces(OutputItem.Exec("c6", "true", ("sandbox_permissions", "require_escalated"), ("justification", "please"))),
        Model.Says("ok")) with
    { Workspace = workspace => Directory.CreateDirectory(Path.Combine(workspace, "sub")) });

    [Fact]
    public Task The_environment_of_a_command() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(OutputItem.Exec("c1", "env | grep -v -e ^PATH= -e ^DOTNET_ -e CODEX_SQLITE -e ^FAKE_KEY= -e ^LD_ | sort", ("login", false))),
        Model.Says("ok")) with
    { Environment = new Dictionary<string, string?> { ["MY_SECRET_KEY"] = "k", ["PLAIN"] = "p", ["MY_TOKEN"] = "t" } });

    [Fact]
    public Task A_shell_environment_policy() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(OutputItem.Exec("c1", "env | grep -v -e ^PATH= | sort", ("login", false))), Model.Says("ok")) with
    {
        Environment = new Dictionary<string, string?> { ["MY_SECRET_KEY"] = "k", ["PLAIN"] = "p", ["OTHER"] = "o" },
        Tables = """
            [shell_environment_policy]
            inherit = "all"
            ignore_default_excludes = false
            exclude = ["OTH*", "DOTNET*"]
            set = { ADDED = "yes" }
            """,
    });

    [Fact]
    public Task Output_that_is_truncated() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(OutputItem.Exec("c1", "seq 1 30000")),
        Model.Produces(OutputItem.Exec("c2", "seq 1 3000", ("max_output_tokens", 50))),
        Model.Produces(OutputItem.Exec("c3", "head -c 300000 /dev/zero | tr '\\0' é")),
        Model.Says("ok")));

    [Fact]
    public Task Output_beyond_the_buffer() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(OutputItem.Exec("c1", "seq 1 400000")), Model.Says("ok")) with
    {
        Without = [Facet.Output],
        Deviations =
        [
            new Deviation("EXEC-OUT-7", Facet.Requests, IsCountedOutput),
            new Deviation("EXEC-OUT-7", Facet.Rollouts, IsCountedOutput),
        ],
    });

    [Fact]
    public Task Parallel_calls_answer_in_call_order() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(
            OutputItem.Exec("c1", "sleep 0.3; echo slow"),
            OutputItem.Exec("c2", "echo fast"),
            OutputItem.FunctionCall("c3", "update_plan", """{"plan":[{"step":"s","status":"pending"}]}"""),
            OutputItem.Exec("c4", "echo last")),
        Model.Says("ok")) with
    { Without = [Facet.Output] });

    [Fact]
    public Task A_session_that_is_polled_until_it_ends() => BothPrograms.AgreeOnAsync(Sessions(
        Call(OutputItem.Exec("c1", "echo one; while [ ! -e go ]; do sleep 0.05; done; echo two; exit 4", ("yield_time_ms", 300))),
        Call(OutputItem.Exec("c2", "touch go")),
        Poll("c3", "")));

    [Fact]
    public Task A_terminal_session_reads_what_is_written() => BothPrograms.AgreeOnAsync(Sessions(
        Call(OutputItem.Exec("c1", "stty size; read line; echo \"got $line\"; read more; echo \"then $more\"", ("yield_time_ms", 400), ("tty", true))),
        Poll("c2", "first\n"),
        Poll("c3", "second\n")));

    [Fact]
    public Task A_terminal_session_is_interrupted() => BothPrograms.AgreeOnAsync(Sessions(
        Call(OutputItem.Exec("c1", "cat", ("yield_time_ms", 400), ("tty", true))),
        Poll("c2", "\u0003")));

    [Fact]
    public Task A_session_without_stdin_refuses_writes() => BothPrograms.AgreeOnAsync(Sessions(
        Call(OutputItem.Exec("c1", "sleep 30", ("yield_time_ms", 250))),
        Poll("c2", "text\n"),
        Poll("c3", "\u0003")));

    [Fact]
    public Task Sessions_that_do_not_exist() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(OutputItem.WriteStdin("c1", 4711, ""), OutputItem.WriteStdin("c2", 0, "x")), Model.Says("ok")));

    [Fact]
    public Task A_session_that_outlives_the_turn_is_ended() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(OutputItem.Exec("c1", "(sleep 3; touch survived) & sleep 60", ("yield_time_ms", 250))), Model.Says("bye")));

    [Fact]
    public Task Dangerous_commands_are_refused() => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["--json", "-s", "workspace-write", "do it"],
            Model.Produces(OutputItem.Exec("c1", "rm -rf build"), OutputItem.Exec("c2", "rm -f x")), Model.Says("ok")));

    [Theory]
    [InlineData("""{"command":"echo hi"}""")]
    [InlineData("""{"command":"echo err >&2; echo out; exit 2"}""")]
    [InlineData("""{"command":"echo early; sleep 20","timeout_ms":400}""")]
    [InlineData("""{"command":"seq 1 30000"}""")]
    [InlineData("""{"command":"pwd","workdir":"nowhere"}""")]
    [InlineData("""{"command":"kill -15 $$"}""")]
    [InlineData("""{"cmd":"echo hi"}""")]
    public Task The_shell_command_tool(string arguments) => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Produces(OutputItem.FunctionCall("c1", "shell_command", arguments)), Model.Says("ok")) with
        {
            WholeConfig = null,
            Runs = [Invocation.Exec("--skip-git-repo-check", "--json", "-s", "danger-full-access", "-c", "features.unified_exec=false", "do it")],
        },
        $"shell_command_{arguments}");

    [Fact]
    public Task Twenty_calls_one_after_the_other() => BothPrograms.AgreeOnAsync(Scenario.Json(
    [
        .. Enumerable.Range(1, 20).Select(number => Model.Produces(OutputItem.Exec($"c{number}", $"echo {number}"))),
        Model.Says("ok"),
    ]));

    private static bool IsCountedOutput(string line) =>
        line.Contains("function_call_output", StringComparison.Ordinal) && line.Contains("Total output lines: ", StringComparison.Ordinal);

    private static Reply Call(System.Text.Json.Nodes.JsonObject call) => Model.Produces(call);

    // The session's number is random: it is read from the output that the request brings back.
    private static Reply Poll(string callId, string characters) => Reply.To(request =>
        Model.Produces(OutputItem.WriteStdin(callId, SessionOf(request), characters, 1000)));

    private static int SessionOf(CapturedRequest request) =>
        int.Parse(SessionNumber().Matches(request.Text)[^1].Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static Scenario Sessions(params Reply[] calls) => Scenario.Json([.. calls, Model.Says("ok")]);

    [System.Text.RegularExpressions.GeneratedRegex(@"session ID (\d+)")]
    private static partial System.Text.RegularExpressions.Regex SessionNumber();
}
