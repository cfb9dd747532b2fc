using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Which shell runs a command, with what environment, and how many commands may stay.</summary>
public sealed class ShellScenarios
{
    private const string Variables = "env | grep -v -e ^PATH= -e ^DOTNET_ROOT= | sort";

    [Theory]
    [InlineData("/bin/sh")]
    [InlineData("/bin/dash")]
    [InlineData("/usr/bin/bash")]
    [InlineData("/usr/sbin/nologin")]
    [InlineData("/usr/bin/fish")]
    [InlineData("/no/such/zsh")]
    [InlineData("")]
    public Task The_shell_of_the_user(string shell) => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Produces(OutputItem.Exec("c1", "echo \"$0\"")), Model.Says("ok")) with
        {
            Home = home => File.WriteAllText(Path.Combine(home, "passwd"), $"root:x:0:0:root:/root:{shell}\nother:x:65534:65534::/:/bin/bash\n"),
            Wrapper = ["{bwrap}", "--dev-bind", "/", "/", "--ro-bind", "{home}/passwd", "/etc/passwd", "--"],
        },
        $"user_shell_{shell}");

    [Theory]
    [InlineData("{\"cmd\":\"echo $0; shopt -q login_shell && echo login\"}")]
    [InlineData("{\"cmd\":\"echo $0; shopt -q login_shell && echo login\",\"login\":true}")]
    [InlineData("{\"cmd\":\"echo $0; shopt -q login_shell || echo plain\",\"login\":false}")]
    [InlineData("{\"cmd\":\"echo $0\",\"shell\":\"sh\"}")]
    [InlineData("{\"cmd\":\"echo $0\",\"shell\":\"bash\"}")]
    [InlineData("{\"cmd\":\"echo $0\",\"shell\":\"zsh\"}")]
    [InlineData("{\"cmd\":\"echo $0\",\"shell\":\"/bin/dash\",\"login\":true}")]
    [InlineData("{\"cmd\":\"echo $0\",\"shell\":\"python3\"}")]
    [InlineData("{\"cmd\":\"echo $0\",\"shell\":\"\"}")]
    [InlineData("{\"cmd\":\"\"}")]
    [InlineData("{\"cmd\":\"echo hi\",\"login\":null,\"tty\":null,\"shell\":null,\"workdir\":null}")]
    public Task The_shell_of_a_command(string arguments) => BothPrograms.AgreeOnAsync(
        Scenario.Json(Settled(OutputItem.FunctionCall("c1", "exec_command", arguments)), Model.Says("ok")), $"command_shell_{arguments}");

    [Theory]
    [InlineData("exec_command", "{\"cmd\":\"echo hi\"}")]
    [InlineData("exec_command", "{\"cmd\":\"echo hi\",\"login\":true}")]
    [InlineData("shell_command", "{\"command\":\"echo hi\",\"login\":true}")]
    [InlineData("shell_command", "{\"command\":\"echo hi\"}")]
    public Task No_login_shells(string tool, string arguments) => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Produces(OutputItem.FunctionCall("c1", tool, arguments)), Model.Says("ok")) with
        { Config = $"allow_login_shell = false\nfeatures.unified_exec = {(tool == "exec_command" ? "true" : "false")}" },
        $"no_login_{tool}_{arguments}");

    [Theory]
    [InlineData("{\"command\":\"shopt -q login_shell && echo login\"}")]
    [InlineData("{\"command\":\"shopt -q login_shell || echo plain\",\"login\":false}")]
    [InlineData("{\"command\":\"sleep 5\",\"timeout\":200}")]
    [InlineData("{\"command\":\"sleep 5\",\"timeout_ms\":0}")]
    [InlineData("{\"command\":\"true\",\"timeout\":200,\"timeout_ms\":300}")]
    [InlineData("{\"command\":\"true\",\"timeout\":\"soon\"}")]
    [InlineData("{\"command\":\"pwd\",\"workdir\":\"/usr\"}")]
    [InlineData("{\"command\":\"pwd\",\"workdir\":\"\"}")]
    [InlineData("{\"command\":[\"echo\",\"hi\"]}")]
    [InlineData("{\"command\":\"true\",\"sandbox_permissions\":\"require_escalated\",\"justification\":\"please\"}")]
    [InlineData("{\"command\":\"true\",\"sandbox_permissions\":\"sometimes\"}")]
    [InlineData("{\"command\":\"true\",\"prefix_rule\":[\"true\"]}")]
    [InlineData("{\"command\":\"true\",\"timeout_ms\":-5}")]
    [InlineData("{\"command\":\"cat; echo $0; exit 7\"}")]
    [InlineData("{\"command\":\"printf 'a\\\\0b\\\\377c\\\\r\\\\n'\"}")]
    [InlineData("{\"command\":\"\"}")]
    [InlineData("{\"command\":null}")]
    [InlineData("not json")]
    public Task Arguments_of_shell_command(string arguments) => BothPrograms.AgreeOnAsync(
        Scenario.Json(Settled(OutputItem.FunctionCall("c1", "shell_command", arguments)), Model.Says("ok")) with
        { Config = "features.unified_exec = false" },
        $"shell_arguments_{arguments}");

    [Theory]
    [InlineData("-s|read-only", "shell_command", "{\"command\":\"true\",\"sandbox_permissions\":\"require_escalated\",\"justification\":\"please\"}")]
    [InlineData("-s|workspace-write", "exec_command", "{\"cmd\":\"true\",\"sandbox_permissions\":\"require_escalated\",\"justification\":\"please\"}")]
    [InlineData("-s|workspace-write", "exec_command", "{\"cmd\":\"true\",\"sandbox_permissions\":\"with_additional_permissions\"}")]
    [InlineData("-s|workspace-write", "exec_command", "{\"cmd\":\"true\",\"sandbox_permissions\":\"use_default\",\"prefix_rule\":[\"true\"]}")]
    [InlineData("-s|read-only", "exec_command", "{\"cmd\":\"sudo rm -rf /nothing\"}")]
    public Task Rejections(string options, string tool, string arguments) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["--json", .. options.Split('|'), "do it"], Model.Produces(OutputItem.FunctionCall("c1", tool, arguments)), Model.Says("ok")) with
        { Config = tool == "exec_command" ? "" : "features.unified_exec = false", Without = [Facet.Output] },
        $"rejection_{options}_{arguments}");

    [Theory]
    [InlineData("inherit = \"core\"")]
    [InlineData("inherit = \"none\"")]
    [InlineData("inherit = \"none\"\nset = { A = \"1\", PATH = \"/usr/bin:/bin\" }")]
    [InlineData("inherit = \"all\"\nignore_default_excludes = true")]
    [InlineData("inherit = \"all\"\nignore_default_excludes = false")]
    [InlineData("include_only = [\"PL*\", \"h?me\", \"PATH\"]")]
    [InlineData("exclude = [\"*\"]\nset = { PATH = \"/usr/bin:/bin\", MY_KEY = \"set\" }\nignore_default_excludes = false")]
    [InlineData("exclude = [\"[PO]*\", \"MY_{SECRET,X}*\"]\ninclude_only = [\"*\"]")]
    [InlineData("experimental_use_profile = true")]
    public Task A_policy_for_the_environment(string policy) => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Produces(OutputItem.Exec("c1", Variables, ("login", false))), Model.Says("ok")) with
        {
            Environment = new Dictionary<string, string?>
            {
                ["MY_SECRET_KEY"] = "k",
                ["my_token"] = "t",
                ["PLAIN"] = "p",
                ["OTHER"] = "o",
                ["DOTNET_ROOT"] = null,
                ["FAKE_KEY"] = "key",
                ["TMPDIR"] = "/var/tmp",
            },
            Tables = $"[shell_environment_policy]\n{policy}",
        },
        $"environment_{policy}");

    [Fact]
    public Task No_more_than_sixty_four_commands_stay() => BothPrograms.AgreeOnAsync(Scenario.Json(
        Model.Produces(Enumerable.Range(1, 60).Select(Sleep)),
        Model.Produces(Enumerable.Range(61, 7).Select(Sleep)),
        Model.Produces(OutputItem.Exec(
            "count", "sleep 1; for p in /proc/[0-9]*; do [ \"$(readlink $p/cwd)\" = \"$PWD\" ] && cat $p/comm; done | grep -c sleep", ("login", false))),
        Model.Says("ok")) with
    { Without = [Facet.Output, Facet.Rollouts] });

    [Theory]
    [InlineData("features.shell_tool = false", "exec_command", "{\"cmd\":\"true\"}")]
    [InlineData("features.shell_tool = false\nfeatures.unified_exec = false", "shell_command", "{\"command\":\"true\"}")]
    [InlineData("features.unified_exec = true", "exec_command", "{\"cmd\":\"true\"}")]
    [InlineData("features.unified_exec = true", "shell_command", "{\"command\":\"true\"}")]
    [InlineData("features.unified_exec = false", "exec_command", "{\"cmd\":\"true\"}")]
    [InlineData("features.unified_exec = false", "shell", "{\"command\":[\"true\"]}")]
    [InlineData("features.unified_exec = false", "container.exec", "{\"command\":[\"true\"]}")]
    [InlineData("features.unified_exec = false", "local_shell", "{\"command\":[\"true\"]}")]
    public Task Tools_that_are_offered(string config, string tool, string arguments) => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Produces(OutputItem.FunctionCall("c1", tool, arguments)), Model.Says("ok")) with { Config = config }, $"offered_{config}_{tool}");

    private static System.Text.Json.Nodes.JsonObject Sleep(int number) =>
        OutputItem.Exec($"c{number}", "exec sleep 60", ("yield_time_ms", 250), ("login", false));

    // By then the user's shell has been asked for its settings, beside the turn; without them a login shell is one.
    private static Codex.TestSupport.Http.Reply Settled(System.Text.Json.Nodes.JsonObject call) => Model.Produces(call).After(TimeSpan.FromSeconds(1));
}
