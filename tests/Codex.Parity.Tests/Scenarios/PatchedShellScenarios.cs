using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Running;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Commands in the shell that asks before it starts a program (the feature <c>shell_zsh_fork</c>).</summary>
public sealed class PatchedShellScenarios
{
    private const string Rules = """
        prefix_rule(pattern=["touch"], decision="allow")
        prefix_rule(pattern=["hostname"], decision="prompt")
        prefix_rule(pattern=["/usr/bin/uname"], decision="forbidden", justification="no names")
        host_executable(name="mkdir", paths=["/opt/elsewhere/mkdir"])
        prefix_rule(pattern=["mkdir"], decision="allow")
        """;

    [Fact]
    public Task Programs_start_inside_of_the_sandbox() => AgreeAsync(
        "workspace-write",
        "if true; then echo one > a; cat a; touch /usr/nope; echo rc=$?; (exit 4); echo rc=$?; printf x | wc -c; fi");

    [Fact]
    public Task A_command_that_fails() => AgreeAsync("workspace-write", "if true; then false; fi; exit 3");

    [Fact]
    public Task The_shell_and_its_variables() => AgreeAsync(
        "read-only", "if true; then echo $ZSH_NAME; print $PATH[(ws.:.)1]; env | grep -c -e EXEC_WRAPPER -e CODEX_ESCALATE_SOCKET; env | grep SANDBOX; fi");

    [Theory]
    [InlineData("workspace-write")]
    [InlineData("danger-full-access")]
    public Task Rules_speak_about_every_program(string sandbox) => AgreeAsync(
        sandbox,
        "if true; then touch b; echo rc=$?; hostname; echo rc=$?; uname; echo rc=$?; /usr/bin/touch ../user/c; echo rc=$?; mkdir ../user/d 2>/dev/null; ls; fi",
        Rules);

    [Fact]
    public Task A_program_that_left_the_sandbox_has_the_streams_of_its_shell() => AgreeAsync(
        "workspace-write",
        "if true; then echo in | tee ../user/e; echo $(tee -a ../user/e <<< two); tee ../user/f < /dev/null; cat ../user/e; tee >&2 <<< error; fi",
        "prefix_rule(pattern=[\"tee\"], decision=\"allow\")");

    [Fact]
    public Task A_program_that_left_the_sandbox_fails() => AgreeAsync(
        "workspace-write",
        "if true; then sh -c 'exit 7'; echo rc=$?; cd /usr; sh -c pwd; VALUE=5 sh -c 'echo $VALUE $0'; (exec -a name sh -c 'echo $0'); fi",
        "prefix_rule(pattern=[\"sh\"], decision=\"allow\")");

    [Fact]
    public Task A_plain_command_that_a_rule_allows() => AgreeAsync("workspace-write", "touch ../user/g && ls ../user", Rules);

    [Fact]
    public Task A_plain_command_that_a_rule_forbids() => AgreeAsync("workspace-write", "hostname", Rules);

    [Fact]
    public async Task A_request_for_more_than_the_sandbox()
    {
        using var package = await PatchedShellPackage.CreateAsync(Assert.Skip);
        await BothPrograms.AgreeOnAsync(Watched(
            package,
            "workspace-write",
            "",
            Model.Produces(OutputItem.FunctionCall("c1", "shell_command", OutputItem.Json(("command", "ls"), ("sandbox_permissions", "require_escalated")))),
            Model.Produces(OutputItem.Exec("c2", "ls")),
            Model.Says("ok")));
    }

    [Fact]
    public async Task Without_the_shell_no_thread_starts()
    {
        using var package = await PatchedShellPackage.CreateAsync(Assert.Skip);
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        foreach (var program in new[] { oracle, OurCodex.Executable })
            File.Delete(package.ShellFor(program));
        await BothPrograms.AgreeOnAsync(Watched(package, "read-only", ""));
    }

    private static async Task AgreeAsync(string sandbox, string command, string rules = "")
    {
        using var package = await PatchedShellPackage.CreateAsync(Assert.Skip);
        await BothPrograms.AgreeOnAsync(Watched(
            package,
            sandbox,
            rules,
            Model.Produces(OutputItem.FunctionCall("c1", "shell_command", OutputItem.Json(("command", command)))),
            Model.Says("ok")));
    }

    internal static Scenario Watched(PatchedShellPackage package, string sandbox, string rules, params IReadOnlyList<Reply> script) =>
        Scenario.Turn(["--json", "-s", sandbox, "--enable", "shell_zsh_fork", "--disable", "shell_snapshot", "do it"], script) with
        {
            Package = package,
            Home = home =>
            {
                Directory.CreateDirectory(Path.Combine(home, "rules"));
                File.WriteAllText(Path.Combine(home, "rules", "default.rules"), rules);
            },
        };
}
