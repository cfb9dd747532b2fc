using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Rules files: what <c>execpolicy check</c> says about them, and what they do to the commands of a turn.</summary>
public sealed class PolicyScenarios
{
    private const string Rules = """
        host_executable(name="git", paths=["/usr/bin/git"])
        prefix_rule(pattern=["git", ["status", "log"]], match=["git status -s", ["git", "log"]], not_match=["git push"], justification="reads")
        prefix_rule(pattern=[["npm", "pnpm"], "test"], decision="prompt")
        prefix_rule(pattern=["npm"], decision="forbidden", justification="use \"pnpm\" – é")
        prefix_rule(pattern=["rm"], decision="forbidden")
        network_rule(host="Example.com:443", protocol="https", decision="deny")
        """;

    private const string TurnRules = """
        prefix_rule(pattern=["touch"], decision="allow")
        prefix_rule(pattern=["env"], decision="allow")
        prefix_rule(pattern=["uname"], decision="forbidden", justification="not here")
        prefix_rule(pattern=["id"], decision="forbidden")
        prefix_rule(pattern=["whoami"], decision="prompt", justification="ask first")
        """;

    [Theory]
    [InlineData("git", "status", "--short")]
    [InlineData("git", "log")]
    [InlineData("git", "push")]
    [InlineData("git")]
    [InlineData("npm", "test")]
    [InlineData("npm", "run")]
    [InlineData("pnpm", "test", "x")]
    [InlineData("rm", "-rf", "/")]
    [InlineData("/usr/bin/git", "status")]
    [InlineData("/opt/git", "status")]
    [InlineData("/bin/rm", "x")]
    [InlineData("bin/rm", "x")]
    [InlineData("bash", "-lc", "git status")]
    [InlineData("--", "git", "status")]
    [InlineData("")]
    public Task A_command_that_is_checked(params string[] command) => BothPrograms.AgreeOnAsync(
        new Scenario
        {
            Runs =
            [
                Check(command), Check(["--pretty", .. command]), Check(["--resolve-host-executables", .. command]),
            ],
            Workspace = static workspace => File.WriteAllText(Path.Combine(workspace, "a.rules"), Rules),
        },
        $"execpolicy_{string.Join(' ', command)}");

    [Fact]
    public Task Several_files_add_up() => BothPrograms.AgreeOnAsync(new Scenario
    {
        Runs = [new Invocation { Arguments = ["execpolicy", "check", "-r", "a.rules", "--rules", "b.rules", "npm", "test"] }],
        Workspace = static workspace =>
        {
            File.WriteAllText(Path.Combine(workspace, "a.rules"), Rules);
            File.WriteAllText(Path.Combine(workspace, "b.rules"), "for tool in [\"npm\", \"yarn\"]:\n    prefix_rule(pattern = [tool, \"te\" + \"st\"])\n");
        },
    });

    [Theory]
    [InlineData("missing", null)]
    [InlineData("empty_pattern", "\n\nprefix_rule(\n    pattern = [],\n)\n")]
    [InlineData("decision", "prefix_rule(pattern=[\"a\"], decision=\"maybe\")")]
    [InlineData("example", "prefix_rule(pattern=[\"a\", [\"b\", \"c\"]], match=[\"a d\"], justification=\"x\")")]
    [InlineData("counterexample", "prefix_rule(pattern=[\"a\"], not_match=[\"/bin/a b\"])")]
    [InlineData("unknown_name", "prefx_rule(pattern=[\"a\"])")]
    [InlineData("in_a_function", "def f(x):\n  prefix_rule(pattern=[x])\n\nf(1)\n")]
    [InlineData("parameter", "prefix_rule(patern=[\"a\"])")]
    [InlineData("type", "prefix_rule(pattern=\"a\")")]
    [InlineData("host", "network_rule(host=\"*.a\", protocol=\"http\", decision=\"allow\")")]
    [InlineData("executable", "host_executable(name=\"git\", paths=[\"bin/git\"])")]
    [InlineData("load", "load(\"x\", \"y\")")]
    [InlineData("quote", "x = \"abc\n")]
    public Task Rules_that_cannot_be_used(string name, string? rules) => BothPrograms.AgreeOnAsync(
        new Scenario
        {
            Runs =
            [
                new Invocation { Arguments = ["execpolicy", "check", "-r", "{home}/rules/bad.rules", "a"] },
                Invocation.Exec("--skip-git-repo-check", "hi"),
                Invocation.Exec("--skip-git-repo-check", "--ignore-rules", "hi"),
            ],
            Script = static () => [Model.Says("ok")],
            Home = home => WriteRules(home, "bad.rules", rules),
        },
        $"rules_{name}");

    [Theory]
    [InlineData("touch ../outside && ls ..")]
    [InlineData("touch ../outside; true")]
    [InlineData("touch ../outside > x")]
    [InlineData("touch ../outside && cat ../outside")]
    [InlineData("/usr/bin/touch ../outside")]
    [InlineData("uname -a")]
    [InlineData("ls; uname")]
    [InlineData("id")]
    [InlineData("whoami")]
    [InlineData("touch x && whoami")]
    [InlineData("env | grep -c ^CODEX_SANDBOX_NETWORK")]
    [InlineData("touch ../outside <<EOF\nx\nEOF")]
    public Task A_command_under_rules(string command) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(
            ["--json", "-s", "workspace-write", "do it"],
            Model.Produces(OutputItem.Exec("c1", command, ("login", false))),
            Model.Produces(OutputItem.FunctionCall("c2", "shell_command", new System.Text.Json.Nodes.JsonObject { ["command"] = command, ["login"] = false })),
            Model.Produces(OutputItem.Exec("c3", "ls ..", ("login", false))),
            Model.Says("ok")) with
        {
            Without = [Facet.Output],
            Home = static home => WriteRules(home, "a.rules", TurnRules),
        },
        $"rules_{command}");

    [Fact]
    public Task An_allowed_environment() => BothPrograms.AgreeOnAsync(Scenario.Turn(
        ["--json", "-s", "workspace-write", "do it"],
        Model.Produces(OutputItem.Exec("c2", "env printenv CODEX_SANDBOX_NETWORK_DISABLED", ("login", false))),
        Model.Produces(OutputItem.Exec("c3", "printenv CODEX_SANDBOX_NETWORK_DISABLED", ("login", false))),
        Model.Says("ok")) with
    {
        Without = [Facet.Output],
        Home = static home => WriteRules(home, "a.rules", TurnRules),
    });

    [Theory]
    [InlineData("trusted")]
    [InlineData("untrusted")]
    public Task Rules_of_a_project(string trust) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(
            ["--json", "-s", "read-only", "do it"],
            Model.Produces(OutputItem.Exec("c1", "uname", ("login", false))),
            Model.Says("ok")) with
        {
            Without = [Facet.Output],
            Tables = $"[projects.\"{{ws}}\"]\ntrust_level = \"{trust}\"",
            Workspace = static workspace => WriteRules(Path.Combine(workspace, ".codex"), "p.rules", TurnRules),
        },
        $"rules_project_{trust}");

    private static Invocation Check(params IEnumerable<string> arguments) => new() { Arguments = ["execpolicy", "check", "-r", "a.rules", .. arguments] };

    private static void WriteRules(string folder, string name, string? text)
    {
        if (text is not null)
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "rules")).FullName, name), text);
        }
    }
}
